"use client";

import type { Organization } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useMemo, useRef } from "react";
import { toastError } from "../ui/toast.ts";
import { DropOverlay } from "./drop-overlay.tsx";
import type { Dropped } from "./dropped-files.ts";
import { UploadContext } from "./upload-context.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useUploads } from "./use-uploads.ts";

const loadUploader = () => import("./get-uploader.ts");
const UploadTray = lazy(() => import("./upload-tray.tsx"));

interface UploadProviderProps {
	readonly organization: Organization;
	readonly children: ReactNode;
}

/** Files may be dropped anywhere, pasted or chosen on every page of an organization. */
export function UploadProvider({ organization, children }: UploadProviderProps) {
	const queryClient = useQueryClient();
	const input = useRef<HTMLInputElement>(null);
	const { id: organizationId, slug: organizationSlug } = organization;
	const hasUploads = useUploads().length > 0;
	useLeaveWarning();

	const actions = useMemo(() => {
		const target = { organizationId, organizationSlug };
		return {
			target,
			choose: () => input.current?.click(),
			take: (dropped: Dropped) => {
				if (dropped.files.length === 0 && !dropped.hasFolder) return;
				loadUploader()
					.then(({ getUploader }) => getUploader(queryClient).add(dropped, target))
					.catch(toastError);
			},
		};
	}, [organizationId, organizationSlug, queryClient]);

	return (
		<UploadContext value={actions}>
			{children}
			<input
				ref={input}
				type="file"
				accept="video/*,.mkv,.mov,.mxf,.avi,.ts,.mts"
				multiple
				hidden
				tabIndex={-1}
				aria-hidden="true"
				onChange={(event) => {
					actions.take({ files: [...(event.currentTarget.files ?? [])], hasFolder: false });
					// The same file may be chosen again after it failed.
					event.currentTarget.value = "";
				}}
			/>
			<DropOverlay onDrop={actions.take} />
			{hasUploads ? (
				<Suspense>
					<UploadTray />
				</Suspense>
			) : null}
		</UploadContext>
	);
}
