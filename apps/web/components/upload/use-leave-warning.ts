"use client";

import { useEffect } from "react";
import { isFragile } from "./upload-item.ts";
import { useUploads } from "./use-uploads.ts";

/** Closing the window asks first, but only while something would be lost. */
export function useLeaveWarning(): void {
	const isUploading = useUploads().some(isFragile);
	useEffect(() => {
		if (!isUploading) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", warn);
		return () => window.removeEventListener("beforeunload", warn);
	}, [isUploading]);
}
