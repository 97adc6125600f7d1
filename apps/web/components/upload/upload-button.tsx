"use client";

import { Upload } from "lucide-react";
import { Button } from "../ui/button.tsx";
import type { ButtonLook } from "../ui/button-class.ts";
import { useUploadActions } from "./upload-context.tsx";

/** Chooses files to upload. */
export function UploadButton(look: ButtonLook) {
	const { choose } = useUploadActions();
	return (
		<Button variant="primary" {...look} icon={<Upload aria-hidden />} onClick={choose}>
			Upload
		</Button>
	);
}
