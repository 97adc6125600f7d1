import { formatBytes, formatBytesPerSecond } from "../../lib/format/bytes.ts";
import { describeRemaining } from "./speed.ts";
import type { UploadTrouble } from "./trouble.ts";
import { percentOf, type UploadItem } from "./upload-item.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** "18.9 of 57 MiB", or with both units where they differ. */
function describePart(partBytes: number, wholeBytes: number): string {
	const [part = "", partUnit] = formatBytes(partBytes).split(" ");
	const whole = formatBytes(wholeBytes);
	return whole.endsWith(` ${partUnit}`) ? `${part} of ${whole}` : `${part} ${partUnit} of ${whole}`;
}

const inFull = ({ what, safe, next }: UploadTrouble) =>
	[what, safe, next].filter(Boolean).join(" ");

function describeUnfinished(item: UploadItem): string {
	const sent = item.sentBytes > 0 ? `${percentOf(item)} % sent` : "nothing sent yet";
	// Where the browser knows the way to the file, its button says all.
	return item.hasHandle
		? `Unfinished, ${sent}.`
		: `Unfinished, ${sent}. Choose the file again to go on.`;
}

/** The second line of a row: how far, how fast, how long still. */
export function describeRow(item: UploadItem): string {
	const size = formatBytes(item.sizeBytes);
	const sent = describePart(item.sentBytes, item.sizeBytes);
	switch (item.state) {
		case "queued":
			return item.sentBytes > 0 ? `Waiting, ${sent}` : `Waiting, ${size}`;
		case "starting":
			return `Starting, ${size}`;
		case "uploading":
			return [
				sent,
				item.bytesPerSecond === null ? null : formatBytesPerSecond(item.bytesPerSecond),
				item.remainingMs === null ? null : describeRemaining(item.remainingMs),
			]
				.filter(Boolean)
				.join(" · ");
		case "paused":
			return `Paused at ${percentOf(item)} %, ${sent}`;
		case "offline":
			return `Offline at ${percentOf(item)} %. It goes on by itself.`;
		case "unfinished":
			return item.trouble ? inFull(item.trouble) : describeUnfinished(item);
		case "finishing":
			return "Checking that all has arrived";
		case "done":
			return `Uploaded, ${size}`;
		case "canceled":
			return "Canceled";
		case "failed":
		case "refused":
			return item.trouble ? inFull(item.trouble) : "Stopped";
	}
}

const isOpen = ({ state }: UploadItem) =>
	["queued", "starting", "uploading", "offline", "finishing"].includes(state);

/** The tray in one line. */
export function describeTray(items: readonly UploadItem[]): string {
	const open = items.filter(isOpen);
	const troubled = items.filter(({ state }) => state === "failed" || state === "refused").length;
	const paused = items.filter(({ state }) => state === "paused").length;
	const trouble = troubled > 0 ? `, ${troubled} stopped` : "";
	if (open.length > 0) {
		const total = open.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
		const sent = open.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
		const percent = total > 0 ? Math.floor((sent / total) * 100) : 0;
		return `Uploading ${plural(open.length, "file", "files")}, ${percent} %${trouble}`;
	}
	const unfinished = items.filter(({ state }) => state === "unfinished").length;
	if (paused === 0 && unfinished > 0) {
		return `${plural(unfinished, "unfinished upload", "unfinished uploads")}${trouble}`;
	}
	if (paused > 0) return `${plural(paused, "upload", "uploads")} paused${trouble}`;
	if (troubled > 0) return `${plural(troubled, "upload", "uploads")} stopped`;
	return `${plural(items.filter(({ state }) => state === "done").length, "file", "files")} uploaded`;
}
