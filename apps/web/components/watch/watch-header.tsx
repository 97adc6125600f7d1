"use client";

import type { Video } from "@nuclom/services/schemas";
import { ChevronLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { VideoMenu } from "../library/video-menu.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { useWatch } from "./watch-context.tsx";

/** What is being watched, who sent it and when, and the way back. */
export function WatchHeader({ video }: { readonly video: Video }) {
	const { organization } = useWatch();
	const router = useRouter();
	const home = `/${organization.slug}` as Route;
	return (
		<header className="flex shrink-0 items-center gap-2 px-4 py-2.5 max-lg:order-1 lg:h-10.25 lg:border-line lg:border-b lg:px-2 lg:py-0">
			<Link
				href={home}
				aria-label="Back to the library"
				className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-hover hover:text-ink max-lg:hidden"
			>
				<ChevronLeft aria-hidden />
			</Link>
			<div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 lg:flex-nowrap">
				<h1 className="min-w-0 truncate text-md lg:text-base" title={video.title}>
					{video.title}
				</h1>
				<p className="shrink-0 text-ink-muted text-sm">
					{video.createdBy ? `${video.createdBy.name} · ` : null}
					<RelativeTime at={video.createdAt} />
				</p>
			</div>
			<VideoMenu
				video={video}
				organizationSlug={organization.slug}
				onMoved={() => router.push(home)}
			/>
		</header>
	);
}
