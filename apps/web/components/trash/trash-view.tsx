"use client";

import type { Organization, TrashedVideo } from "@nuclom/services/schemas";
import { useRef, useState } from "react";
import { describeError } from "../../lib/errors.ts";
import { neighborOf } from "../../lib/focus-handover.ts";
import { LoadMore } from "../library/load-more.tsx";
import { PageHeader } from "../shell/page-header.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { EmptyTrash } from "./empty-trash.tsx";
import { PurgeDialog } from "./purge-dialog.tsx";
import { TrashRow } from "./trash-row.tsx";
import { type TrashPage, useTrash } from "./use-trash.ts";

interface TrashViewProps {
	readonly organization: Organization;
	readonly initialPage: TrashPage;
}

/** Deleted videos, while they can still be had back. */
export function TrashView({ organization, initialPage }: TrashViewProps) {
	const query = useTrash(organization.id, initialPage);
	const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
	const videos = data.pages.flatMap((page) => page.items);
	const { ask, dialog } = usePurgeDialog();
	const load = () => void query.fetchNextPage();
	return (
		<>
			<PageHeader title="Trash" />
			{dialog}
			{videos.length === 0 && !hasNextPage ? (
				<EmptyTrash organizationSlug={organization.slug} />
			) : (
				<div className="w-full max-w-4xl px-4 py-5 sm:px-6">
					<p className="max-w-xl text-ink-muted text-pretty">
						What is deleted stays here for 30 days. Until then the person who uploaded it, an owner
						or an admin can restore it as it was.
					</p>
					<ul aria-label="Deleted videos" className="mt-3 flex flex-col divide-y divide-line">
						{videos.map((video) => (
							<TrashRow key={video.id} video={video} onPurge={ask} />
						))}
					</ul>
					{isFetchNextPageError ? (
						<Notice
							tone="danger"
							className="mt-4"
							actions={
								<Button size="sm" onClick={load}>
									Try again
								</Button>
							}
						>
							The rest of the trash could not be loaded. {describeError(error).title}
						</Notice>
					) : hasNextPage ? (
						<LoadMore isLoading={isFetchingNextPage} onLoad={load} />
					) : null}
				</div>
			)}
		</>
	);
}

/** One dialog for all rows: it outlives the row that it is about, and knows where the focus goes then. */
function usePurgeDialog() {
	const [video, setVideo] = useState<TrashedVideo>();
	const [isOpen, setOpen] = useState(false);
	const opener = useRef<Element | null>(null);
	const findNeighbor = useRef<() => HTMLElement | null>(() => null);
	const ask = (asked: TrashedVideo) => {
		opener.current = document.activeElement;
		const row = opener.current?.closest("li");
		if (row) findNeighbor.current = neighborOf(row);
		setVideo(asked);
		setOpen(true);
	};
	const finalFocus = () =>
		opener.current instanceof HTMLElement && opener.current.isConnected
			? opener.current
			: findNeighbor.current();
	const dialog = video ? (
		<PurgeDialog video={video} isOpen={isOpen} onOpenChange={setOpen} finalFocus={finalFocus} />
	) : null;
	return { ask, dialog };
}
