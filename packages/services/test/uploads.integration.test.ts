import { createHash, randomBytes } from "node:crypto";
import { videoArtifacts } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	abortUpload,
	completeUpload,
	createUpload,
	deleteObjects,
	getDownload,
	getPlayback,
	getVideo,
	listOpenUploads,
	listUploadedParts,
	listVideos,
	signParts,
} from "../src/index.ts";
import { sendParts } from "./upload.ts";
import { createWorld, type World } from "./world.ts";

const mib = 1024 ** 2;
let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let organizationId: string;

beforeAll(async () => {
	world = await createWorld({ maxUploadBytes: 200 * mib });
	team = await world.organization();
	organizationId = team.organizationId;
});
afterAll(() => world.close());

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const begin = (sizeBytes: number, fileName = "clip.mp4", ctx = team.member) =>
	createUpload({ ctx, input: { organizationId, fileName, sizeBytes, contentType: "video/mp4" } });

describe("an upload", () => {
	it("arrives part by part, straight in the store, and becomes a video in processing", async () => {
		const bytes = randomBytes(20 * mib);
		const upload = await begin(bytes.length, "Quarterly Review.mp4");
		expect(upload.partCount).toBeGreaterThan(1);
		const ids = { organizationId, uploadId: upload.uploadId };
		const parts = await sendParts(team.member, upload, bytes);
		const listed = await listUploadedParts({ ctx: team.member, input: ids });
		expect(listed.parts).toHaveLength(upload.partCount);
		const done = await completeUpload({ ctx: team.member, input: { ...ids, parts } });
		const input = { organizationId, videoId: done.videoId };
		const video = await getVideo({ ctx: team.owner, input });
		expect(video).toMatchObject({
			...{ title: "Quarterly Review", status: "processing", canEdit: true, canRetry: false },
			progress: { step: "queued", ratio: 0 },
			version: { fileName: "Quarterly Review.mp4", sizeBytes: bytes.length },
		});
		await expect(getPlayback({ ctx: team.owner, input })).rejects.toEqual(code("VIDEO_NOT_READY"));
		const download = await getDownload({ ctx: team.owner, input });
		const answer = await fetch(download.url);
		expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
		expect(answer.headers.get("content-disposition")).toContain("attachment");
		expect(answer.headers.get("content-disposition")).toContain("Quarterly Review.mp4");
	});

	it("gives one result when completed five times at once, and again later", async () => {
		const bytes = randomBytes(1000);
		const upload = await begin(bytes.length);
		const parts = await sendParts(team.member, upload, bytes);
		const input = { organizationId, uploadId: upload.uploadId, parts };
		const complete = () => completeUpload({ ctx: team.member, input });
		const results = await Promise.all(Array.from({ length: 5 }, complete));
		results.push(await complete());
		expect(new Set(results.map(({ videoId }) => videoId))).toEqual(new Set([upload.videoId]));
		const video = await getVideo({
			ctx: team.member,
			input: { organizationId, videoId: upload.videoId },
		});
		const artifacts = await world.deps.database.drizzle
			.select()
			.from(videoArtifacts)
			.where(eq(videoArtifacts.versionId, video.version.id));
		expect(artifacts.map(({ kind }) => kind)).toEqual(["source"]);
		expect(artifacts[0]?.key).not.toContain("clip");
	});

	it("takes the result of a call that joined the parts a moment before", async () => {
		const bytes = randomBytes(1000);
		const upload = await begin(bytes.length);
		const parts = await sendParts(team.member, upload, bytes);
		const input = { organizationId, uploadId: upload.uploadId, parts };
		const { storage } = world.deps;
		// Asked whether the file is there, this store answers as it was before the other call.
		let asked = 0;
		const head = async (key: string) => {
			asked += 1;
			if (asked > 1) return storage.head(key);
			await completeUpload({ ctx: team.member, input });
			return null;
		};
		const deps = { ...world.deps, storage: { ...storage, head } };
		const result = await completeUpload({ ctx: { ...team.member, deps }, input });
		expect(result).toEqual({ videoId: upload.videoId });
		expect(asked).toBe(2);
	});

	it.each([
		["<!doctype html><script>alert(1)</script>", "a web page (HTML)"],
		["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a picture (SVG)"],
		["#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n", "a playlist that points elsewhere"],
	])("of %j named .mp4 is refused, and nothing of it stays", async (text, what) => {
		const bytes = Buffer.from(text);
		const upload = await begin(bytes.length);
		const { uploadId, videoId } = upload;
		const parts = await sendParts(team.member, upload, bytes);
		const complete = () =>
			completeUpload({ ctx: team.member, input: { organizationId, uploadId, parts } });
		const message = expect.stringContaining(what);
		await expect(complete()).rejects.toMatchObject({ code: "MEDIA_NOT_A_VIDEO", message });
		await expect(complete()).rejects.toEqual(code("UPLOAD_NOT_FOUND"));
		const video = getVideo({ ctx: team.member, input: { organizationId, videoId } });
		await expect(video).rejects.toEqual(code("VIDEO_NOT_FOUND"));
		await deleteObjects({ deps: world.deps, userId: null }, new AbortController().signal);
		const { objects } = await world.deps.storage.list({
			prefix: `videos/${organizationId}/${videoId}/`,
		});
		expect(objects).toEqual([]);
	});

	it("names the parts that are missing, and completes once they are there", async () => {
		const bytes = randomBytes(40 * mib);
		const upload = await begin(bytes.length);
		const ids = { organizationId, uploadId: upload.uploadId };
		const complete = (parts: Array<{ partNumber: number; etag: string }>) =>
			completeUpload({ ctx: team.member, input: { ...ids, parts } });
		await expect(complete([])).rejects.toMatchObject({
			code: "UPLOAD_PARTS_MISSING",
			data: { missing: Array.from({ length: upload.partCount }, (_, index) => index + 1) },
		});
		const parts = await sendParts(team.member, upload, bytes);
		const lied = parts.map((part) => ({ ...part, etag: '"00000000000000000000000000000000"' }));
		await expect(complete(lied)).rejects.toEqual(code("UPLOAD_PART_INVALID"));
		await expect(complete(parts)).resolves.toEqual({ videoId: upload.videoId });
	});

	it("goes with its video and its parts when it is given up", async () => {
		const upload = await begin(5000);
		await sendParts(team.member, upload, randomBytes(5000));
		const input = { organizationId, uploadId: upload.uploadId };
		await abortUpload({ ctx: team.member, input });
		const video = getVideo({
			ctx: team.member,
			input: { organizationId, videoId: upload.videoId },
		});
		await expect(video).rejects.toEqual(code("VIDEO_NOT_FOUND"));
		const again = abortUpload({ ctx: team.member, input });
		await expect(again).rejects.toEqual(code("UPLOAD_NOT_FOUND"));
	});

	it("belongs to the person who began it, whatever the role of another", async () => {
		const { uploadId } = await begin(5000);
		const input = { organizationId, uploadId, partNumbers: [1] };
		await expect(signParts({ ctx: team.owner, input })).rejects.toEqual(code("UPLOAD_NOT_FOUND"));
	});

	it("is listed while it is open, to the person who began it and to nobody else", async () => {
		const own = await world.organization();
		const { organizationId } = own;
		const input = { organizationId, fileName: "clip.mp4", sizeBytes: 5000 };
		const first = await createUpload({ ctx: own.member, input });
		const second = await createUpload({ ctx: own.member, input });
		const list = (ctx: typeof own.member) => listOpenUploads({ ctx, input: { organizationId } });
		expect((await list(own.member)).uploads).toMatchObject([
			{ ...second, fileName: "clip.mp4", sizeBytes: 5000 },
			{ ...first, fileName: "clip.mp4", sizeBytes: 5000 },
		]);
		expect((await list(own.owner)).uploads).toEqual([]);
		const { uploadId } = second;
		await abortUpload({ ctx: own.member, input: { organizationId, uploadId } });
		const parts = await sendParts(own.member, first, randomBytes(5000));
		const completed = { organizationId, uploadId: first.uploadId, parts };
		await completeUpload({ ctx: own.member, input: completed });
		expect((await list(own.member)).uploads).toEqual([]);
	});

	it("takes only the bytes whose MD5 was signed", async () => {
		const bytes = randomBytes(5000);
		const { uploadId } = await begin(bytes.length);
		const contentMd5 = createHash("md5").update(bytes).digest("base64");
		const input = { organizationId, uploadId, partNumbers: [1], contentMd5s: [contentMd5] };
		const { parts } = await signParts({ ctx: team.member, input });
		const { url = "", headers } = parts[0] ?? {};
		expect(headers).toEqual({ "content-md5": contentMd5 });
		const put = (body: Uint8Array<ArrayBuffer>) => fetch(url, { method: "PUT", headers, body });
		const altered = Uint8Array.from(bytes, (byte, index) => (index === 9 ? byte ^ 1 : byte));
		expect((await put(altered)).ok).toBe(false);
		const ids = { organizationId, uploadId };
		expect((await listUploadedParts({ ctx: team.member, input: ids })).parts).toEqual([]);
		expect((await put(Uint8Array.from(bytes))).ok).toBe(true);
		await expect(
			signParts({ ctx: team.member, input: { ...input, partNumbers: [1, 1] } }),
		).rejects.toEqual(code("INPUT_INVALID"));
	});

	it("signs no part that the plan does not have", async () => {
		const { uploadId, partCount } = await begin(5000);
		const input = { organizationId, uploadId, partNumbers: [partCount + 1] };
		await expect(signParts({ ctx: team.member, input })).rejects.toEqual(
			code("UPLOAD_PART_INVALID"),
		);
	});

	it("is refused before the first byte when empty or over the limit", async () => {
		await expect(begin(0)).rejects.toEqual(code("UPLOAD_EMPTY_FILE"));
		await expect(begin(200 * mib + 1)).rejects.toEqual(code("UPLOAD_TOO_LARGE"));
		await expect(begin(-1)).rejects.toEqual(code("INPUT_INVALID"));
	});

	it.each(["../../etc/passwd", "a\u0000b.mp4", "🎬.mp4", `${"n".repeat(300)}.mp4`])(
		"takes a file named %j, and keeps the name out of the key",
		async (fileName) => {
			const { videoId } = await begin(10, fileName);
			const video = await getVideo({ ctx: team.owner, input: { organizationId, videoId } });
			expect(video.version.fileName).not.toMatch(/[/\\]|\p{Cc}/u);
			expect([...video.version.fileName].length).toBeLessThanOrEqual(200);
		},
	);
});

describe("the library", () => {
	it("shows the newest first and pages without gaps or repeats", async () => {
		const own = await world.organization();
		const ctx = own.owner;
		const made: string[] = [];
		for (let index = 0; index < 7; index += 1) {
			const input = { organizationId: own.organizationId, fileName: `${index}.mp4`, sizeBytes: 9 };
			made.unshift((await createUpload({ ctx, input })).videoId);
		}
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = { organizationId: own.organizationId, limit: 3, ...(cursor ? { cursor } : {}) };
			const answer = await listVideos({ ctx, input: page });
			seen.push(...answer.items.map(({ id }) => id));
			cursor = answer.nextCursor ?? undefined;
		} while (cursor);
		expect(seen).toEqual(made);
	});
});
