"use client";

import { useEffect, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { DialogActions } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { commandLine } from "./command-line.ts";
import type { NewKey } from "./create-api-key-form.tsx";

interface ShownKeyProps {
	readonly created: NewKey;
	readonly organizationId: string;
	readonly onClose: () => void;
}

/** The one time that a key can be seen. */
export function ShownKey({ created, organizationId, onClose }: ShownKeyProps) {
	const place = useRef<HTMLDivElement>(null);
	// What had the focus was the form, which is gone.
	useEffect(() => place.current?.querySelector("input")?.focus(), []);
	const line = commandLine({ ...created, organizationId, origin: window.location.origin });
	return (
		<div ref={place} className="flex flex-col gap-4">
			<Notice tone="caution">
				This is the only time that the key is shown. Keep it where you keep passwords.
			</Notice>
			<CopyField label="The new key" value={created.key} />
			<CopyField label="On the command line" value={line} isLong />
			<DialogActions>
				<Button variant="primary" onClick={onClose}>
					Done
				</Button>
			</DialogActions>
		</div>
	);
}
