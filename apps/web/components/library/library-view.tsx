"use client";

import type { Organization } from "@nuclom/services/schemas";
import { describeError } from "../../lib/errors.ts";
import { PageHeader } from "../shell/page-header.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { UploadButton } from "../upload/upload-button.tsx";
import { CardSkeleton } from "./card-skeleton.tsx";
import { EmptyLibrary } from "./empty-library.tsx";
import { LoadMore } from "./load-more.tsx";
import { useVideos, type VideoPage } from "./use-videos.ts";
import { VideoCard } from "./video-card.tsx";

interface LibraryViewProps {
	readonly organization: Organization;
	readonly mayInvite: boolean;
	readonly initialPage: VideoPage;
}

/** About a screenful: their pictures are fetched without waiting. */
const eagerCount = 8;

/** Every video of the organization, newest first. */
export function LibraryView({ organization, mayInvite, initialPage }: LibraryViewProps) {
	const query = useVideos(organization.id, initialPage);
	const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError } = query;
	const videos = data.pages.flatMap((page) => page.items);
	const load = () => void query.fetchNextPage();
	return (
		<>
			<PageHeader title="Library">{videos.length > 0 ? <UploadButton /> : null}</PageHeader>
			{videos.length === 0 ? (
				<EmptyLibrary organization={organization} mayInvite={mayInvite} />
			) : (
				<div className="px-4 py-5 sm:px-6">
					<ul
						aria-label="Videos"
						className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-5 gap-y-8"
					>
						{videos.map((video, index) => (
							<VideoCard
								key={video.id}
								video={video}
								organizationSlug={organization.slug}
								isEager={index < eagerCount}
							/>
						))}
						{isFetchingNextPage
							? ["1", "2", "3", "4"].map((key) => <CardSkeleton key={key} />)
							: null}
					</ul>
					{isFetchNextPageError ? (
						<Notice
							tone="danger"
							className="mt-8"
							actions={
								<Button size="sm" onClick={load}>
									Try again
								</Button>
							}
						>
							Older videos could not be loaded. {describeError(error).title}
						</Notice>
					) : hasNextPage ? (
						<LoadMore isLoading={isFetchingNextPage} onLoad={load} />
					) : null}
				</div>
			)}
		</>
	);
}
