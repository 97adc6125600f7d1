import type { MediaVideo } from "../media-probe.ts";
import type { Size } from "./size.ts";

/**
 * The filters from any decoded picture to an ordinary screen's: one field order, square pixels,
 * the given size, standard dynamic range, limited range. Rotation needs none: ffmpeg turns the
 * picture before the first filter.
 */
export function screenFilters(video: MediaVideo, size: Size): string[] {
	return [
		...(video.hasPresentationTimes ? [] : orderAsTime(video)),
		...(video.interlaced ? ["bwdif=mode=send_frame:parity=auto:deint=interlaced"] : []),
		`scale=${size.width}:${size.height}:flags=bicubic${isRgb(video) ? ":out_color_matrix=bt709" : ""}`,
		"setsar=1",
		...(video.hdr ? toneMapping(video) : []),
	];
}

/**
 * Where packets know only their order (AVI), the decoder's delay passes for time: the first frame
 * is moved back to zero. `fps` tells the encoder again how long a frame lasts, which `setpts`
 * makes it forget; without it players drop the last one.
 */
function orderAsTime({ timeBase: { num, den } }: MediaVideo): string[] {
	const rate = den / num;
	return rate >= 1 && rate <= 240 ? ["setpts=PTS-STARTPTS", `fps=${den}/${num}`] : [];
}

/** RGB has no matrix of its own, and swscale would take that of standard definition. */
export function isRgb(video: MediaVideo): boolean {
	return /^(rgb|bgr|gbr|argb|abgr|rgba|bgra|0rgb|0bgr|pal8)/.test(video.pixelFormat);
}

/** PQ and HLG to BT.709, by way of linear light. Untagged planes are BT.2020, as HDR always is. */
function toneMapping(video: MediaVideo): string[] {
	const tags = `color_primaries=bt2020:color_trc=${video.colorTransfer}:colorspace=bt2020nc`;
	return [
		`setparams=${tags}`,
		"zscale=transfer=linear:npl=100",
		"format=gbrpf32le",
		"zscale=primaries=bt709",
		"tonemap=hable:desat=0",
		"zscale=transfer=bt709:matrix=bt709:range=limited",
	];
}
