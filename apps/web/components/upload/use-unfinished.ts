"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { hasKeptFlag } from "./kept-flag.ts";
import type { UploadTarget } from "./new-item.ts";

const whenIdle = (task: () => void) => {
	// Safari has no idle callbacks.
	if (!globalThis.requestIdleCallback) {
		const timer = setTimeout(task, 1000);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(task, { timeout: 5000 });
	return () => cancelIdleCallback(handle);
};

/** Offers what was begun in this browser on another day, once the page has nothing better to do. */
export function useUnfinished({ organizationId, organizationSlug }: UploadTarget): void {
	const queryClient = useQueryClient();
	useEffect(() => {
		if (!hasKeptFlag()) return;
		const target = { organizationId, organizationSlug };
		return whenIdle(() => {
			import("./get-uploader.ts")
				.then(({ getUploader }) => getUploader(queryClient).restore(target))
				// Offered on the next visit; nobody waits for it.
				.catch(() => {});
		});
	}, [organizationId, organizationSlug, queryClient]);
}
