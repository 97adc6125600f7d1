"use client";

import { clsx } from "clsx";
import type { Route } from "next";
import { useSelectedLayoutSegment } from "next/navigation";
import type { ReactNode } from "react";
import { IntentLink } from "../ui/intent-link.tsx";
import { Tooltip } from "../ui/tooltip.tsx";

interface RailLinkProps {
	readonly href: Route;
	/** First segments below the organization for which this is the place; null is the organization itself. */
	readonly segments: readonly (string | null)[];
	readonly icon: ReactNode;
	readonly label: string;
	readonly isSlim: boolean;
	readonly onNavigate?: (() => void) | undefined;
}

export function RailLink({ href, segments, icon, label, isSlim, onNavigate }: RailLinkProps) {
	const isCurrent = segments.includes(useSelectedLayoutSegment());
	const link = (
		<IntentLink
			href={href}
			onClick={onNavigate}
			aria-current={isCurrent ? "page" : undefined}
			aria-label={isSlim ? label : undefined}
			className={clsx(
				"flex h-8 items-center gap-2.5 rounded-control font-medium text-ink-muted text-sm transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-pressed aria-[current]:text-ink coarse:h-11",
				isSlim ? "w-9 justify-center coarse:w-11" : "px-2",
			)}
		>
			{icon}
			{isSlim ? null : label}
		</IntentLink>
	);
	return isSlim ? (
		<Tooltip content={label} side="right">
			{link}
		</Tooltip>
	) : (
		link
	);
}
