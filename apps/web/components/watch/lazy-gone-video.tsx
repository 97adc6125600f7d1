"use client";

import { lazy } from "react";
import { LazyPart } from "../system/lazy-part.tsx";
import { MissingPart } from "../system/missing-part.tsx";
import type { GoneVideoProps } from "./gone-video.tsx";

const GoneVideo = lazy(() => import("./gone-video.tsx"));

/** Fetched when a video is gone: Next sends what stands in for a missing page with every page. */
export function LazyGoneVideo(props: GoneVideoProps) {
	return (
		<LazyPart missing={<MissingPart />}>
			<GoneVideo {...props} />
		</LazyPart>
	);
}
