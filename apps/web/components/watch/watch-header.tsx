"use client";

import type { Video } from "@nuclom/services/schemas";
import { ChevronLeft } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { RelativeTime } from "../ui/relative-time.tsx";
import { useWatch } from "./watch-context.tsx";

/** What is being watched, who sent it and when, and the way back. */
export function WatchHeader({ video }: { readonly video: Video }) {
	const { organization } = useWatch();
	return (
		<header className="flex min-h-14 shrink-0 items-center gap-2 px-3 py-2 max-lg:order-1 lg:border-line lg:border-b">
			<Link
				href={`/${organization.slug}` as Route}
				aria-label="Back to the library"
				className="inline-flex size-8 shrink-0 items-center justify-center rounded-control text-ink-muted hover:bg-hover hover:text-ink max-lg:hidden"
			>
				<ChevronLeft aria-hidden />
			</Link>
			<div className="min-w-0 flex-1 max-lg:px-1">
				<h1 className="truncate text-md" title={video.title}>
					{video.title}
				</h1>
				<p className="truncate text-ink-muted text-sm">
					{video.createdBy ? `${video.createdBy.name} · ` : null}
					<RelativeTime at={video.createdAt} />
				</p>
			</div>
		</header>
	);
}
