"use client";

import { useMutation } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { toastError } from "../ui/toast.ts";

/** Fetches a signed address of the original and lets the browser save it. */
export function useDownload() {
	return useMutation(
		orpc.videos.download.mutationOptions({
			onSuccess: ({ url, fileName }) => {
				const link = document.createElement("a");
				link.href = url;
				link.download = fileName;
				link.rel = "noopener";
				link.click();
			},
			onError: toastError,
		}),
	);
}
