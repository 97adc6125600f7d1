import { openAsBlob } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DemoVideo } from "./content.ts";
import type { DemoSession } from "./session.ts";

/** The same place from src/demo and from dist. */
function demoFile(name: string): string {
	const isSource = import.meta.url.includes("/src/");
	return fileURLToPath(new URL(`${isSource ? "../../" : "../"}demo/${name}`, import.meta.url));
}

/** Uploads one of the demo's files in parts, as a browser does; answers the video's id. */
export async function uploadDemoVideo(
	{ api, baseUrl }: DemoSession,
	organizationId: string,
	video: DemoVideo,
): Promise<string> {
	const file = await openAsBlob(demoFile(video.file), { type: "video/mp4" });
	const upload = await api.uploads.create({
		...{ organizationId, fileName: video.file, title: video.title },
		...{ sizeBytes: file.size, contentType: file.type },
	});
	const { uploadId, partCount, partSizeBytes, videoId } = upload;
	const partNumbers = Array.from({ length: partCount }, (_, index) => index + 1);
	const signed = await api.uploads.signParts({ organizationId, uploadId, partNumbers });
	const parts: Array<{ partNumber: number; etag: string }> = [];
	for (const { partNumber, url, headers } of signed.parts) {
		const start = (partNumber - 1) * partSizeBytes;
		const body = file.slice(start, start + partSizeBytes);
		// With local storage the addresses are relative to the app's own.
		const response = await fetch(new URL(url, baseUrl), { method: "PUT", headers, body });
		if (!response.ok) throw new Error(`The store answered ${response.status} to a demo part.`);
		parts.push({ partNumber, etag: response.headers.get("etag") ?? "" });
	}
	await api.uploads.complete({ organizationId, uploadId, parts });
	await api.videos.update({ organizationId, videoId, description: video.description });
	return videoId;
}
