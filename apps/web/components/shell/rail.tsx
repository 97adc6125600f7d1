"use client";

import type { Organization, Viewer } from "@nuclom/services/schemas";
import { clsx } from "clsx";
import { useSelectedLayoutSegment } from "next/navigation";
import { RailContent } from "./rail-content.tsx";

interface RailProps {
	readonly viewer: Viewer;
	readonly organization: Organization;
}

/** The rail of a wide screen. Beside a video it is only icons, because the picture is the hero. */
export function Rail({ viewer, organization }: RailProps) {
	const isSlim = useSelectedLayoutSegment() === "videos";
	return (
		<aside
			className={clsx(
				"sticky top-0 hidden h-dvh shrink-0 border-line border-r bg-sunken lg:block",
				isSlim ? "w-13" : "w-56",
			)}
		>
			<RailContent viewer={viewer} organization={organization} isSlim={isSlim} />
		</aside>
	);
}
