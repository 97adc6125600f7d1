import type { FileLayout } from "../layout/file-layout.ts";
import type { MediaContainer } from "../media-probe.ts";

const byFormat: Readonly<Record<string, MediaContainer>> = {
	avi: "avi",
	mpegts: "mpegts",
	mpeg: "mpegps",
	flv: "flv",
	ogg: "ogg",
	asf: "asf",
	mxf: "mxf",
};

/** ffprobe names families ("mov,mp4,m4a,3gp,3g2,mj2"); the file's own brand tells them apart. */
export function readContainer(formatName: string, layout: FileLayout): MediaContainer | undefined {
	const names = formatName.split(",");
	if (names.includes("matroska")) return layout.brand === "webm" ? "webm" : "matroska";
	if (names.includes("mp4")) {
		return layout.brand === undefined || layout.brand === "qt  " ? "mov" : "mp4";
	}
	return names.map((name) => byFormat[name]).find((each) => each !== undefined);
}
