import { formatTimecode } from "../../lib/format/timecode.ts";

/** Why a picture stopped, by MediaError.code (HTML standard), in words. */
export function describePlaybackError(
	code: number,
	currentMs: number,
): { what: string; next: string } {
	const at = formatTimecode(currentMs);
	switch (code) {
		case 1:
			return { what: `Loading stopped at ${at}.`, next: "Play it again from here." };
		case 2:
			return {
				what: `The connection dropped at ${at}.`,
				next: "Your place is kept. Check the connection and try again.",
			};
		case 3:
			return {
				what: `This browser cannot show the picture at ${at}.`,
				next: "Try a moment further on, another browser, or the original file.",
			};
		default:
			return {
				what: "The video cannot be loaded.",
				next: "Try again. If it stays like this, the original file can be downloaded.",
			};
	}
}
