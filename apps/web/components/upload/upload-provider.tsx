"use client";

import type { Organization } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useMemo, useRef } from "react";
import { toastError } from "../ui/toast.ts";
import { DropOverlay } from "./drop-overlay.tsx";
import { type Dropped, takeFiles } from "./dropped-files.ts";
import { UploadContext } from "./upload-context.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { useUnfinished } from "./use-unfinished.ts";
import { useUploads } from "./use-uploads.ts";
import { acceptedFiles } from "./video-files.ts";

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
			take: (dropped: Promise<Dropped>) => {
				const add = async () => {
					const [{ getUploader }, taken] = await Promise.all([loadUploader(), dropped]);
					await getUploader(queryClient).add(taken, target);
				};
				add().catch(toastError);
			},
		};
	}, [organizationId, organizationSlug, queryClient]);
	useUnfinished(actions.target);

	return (
		<UploadContext value={actions}>
			{children}
			<input
				ref={input}
				type="file"
				accept={acceptedFiles}
				multiple
				hidden
				tabIndex={-1}
				aria-hidden="true"
				onChange={(event) => {
					actions.take(takeFiles(event.nativeEvent));
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
