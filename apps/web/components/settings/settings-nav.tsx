"use client";

import type { Route } from "next";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useEffect, useRef } from "react";

const groups = [
	{
		label: "You",
		links: [
			{ segment: "profile", label: "Profile" },
			{ segment: "appearance", label: "Appearance" },
		],
	},
	{
		label: "Organization",
		links: [
			{ segment: "organization", label: "General" },
			{ segment: "members", label: "Members" },
			{ segment: "storage", label: "Storage" },
			{ segment: "api-keys", label: "API keys" },
		],
	},
] as const;

/** The settings' own navigation: a column, or a row that scrolls on a narrow screen. */
export function SettingsNav({ organizationSlug }: { readonly organizationSlug: string }) {
	const current = useSelectedLayoutSegment();
	const nav = useRef<HTMLElement>(null);
	useEffect(() => {
		const link = nav.current?.querySelector(`[href$="/${current}"]`);
		link?.scrollIntoView({ block: "nearest", inline: "center" });
	}, [current]);
	return (
		<nav
			ref={nav}
			aria-label="Settings"
			className="-mx-4 flex shrink-0 gap-1 overflow-x-auto border-line border-b px-4 py-2 sm:-mx-6 sm:px-6 md:mx-0 md:w-44 md:flex-col md:gap-5 md:border-b-0 md:px-0 md:py-6"
		>
			{groups.map((group) => (
				<div key={group.label} className="contents md:flex md:flex-col md:gap-0.5">
					<p className="hidden px-2 pb-1 font-medium text-ink-muted text-xs md:block">
						{group.label}
					</p>
					{group.links.map(({ segment, label }) => (
						<Link
							key={segment}
							href={`/${organizationSlug}/settings/${segment}` as Route}
							aria-current={segment === current ? "page" : undefined}
							className="flex h-8 shrink-0 items-center rounded-control px-2 font-medium text-ink-muted text-sm transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink coarse:h-11"
						>
							{label}
						</Link>
					))}
				</div>
			))}
		</nav>
	);
}
