"use client";

import { useCallback, useSyncExternalStore } from "react";
import type { UploadItem } from "./upload-item.ts";
import { uploadStore } from "./upload-store.ts";

const none: readonly UploadItem[] = [];
const noneYet = () => none;

/** Rows of the tray. Empty on the server. */
export function useUploads(): readonly UploadItem[] {
	return useSyncExternalStore(uploadStore.subscribe, uploadStore.items, noneYet);
}

/** The upload of a video, where this window is the one that sends it. */
export function useUploadOf(videoId: string): UploadItem | undefined {
	const find = useCallback(
		() => uploadStore.items().find((item) => item.videoId === videoId),
		[videoId],
	);
	return useSyncExternalStore(uploadStore.subscribe, find, () => undefined);
}
