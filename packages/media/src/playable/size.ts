import type { MediaVideo } from "../media-probe.ts";

export interface Size {
	readonly width: number;
	readonly height: number;
}

/** Fits a picture into a longest short side, never enlarging it; both sides even, as 4:2:0 wants. */
export function fitShortSide(video: Pick<MediaVideo, "width" | "height">, shortSide: number): Size {
	const scale = Math.min(1, shortSide / Math.min(video.width, video.height));
	return { width: even(video.width * scale), height: even(video.height * scale) };
}

/** Fits a picture into a longest width, never enlarging it. */
export function fitWidth(video: Pick<MediaVideo, "width" | "height">, maxWidth: number): Size {
	const scale = Math.min(1, maxWidth / video.width);
	return {
		width: Math.max(1, Math.round(video.width * scale)),
		height: Math.max(1, Math.round(video.height * scale)),
	};
}

function even(length: number): number {
	return Math.max(2, Math.floor(Math.round(length) / 2) * 2);
}
