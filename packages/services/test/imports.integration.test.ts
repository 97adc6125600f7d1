import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { auditEvents, uploads, videoArtifacts } from "@nuclom/db/schema";
import { waitFor } from "@nuclom/testing";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as verbs from "../src/index.ts";
import { createWorld, type World } from "./world.ts";

const mib = 1024 ** 2;
const run = promisify(execFile);
let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let clip: Uint8Array;
let origin: string;
let answer: RequestListener;
const other = createServer((request, response) => answer(request, response));

beforeAll(async () => {
	world = await createWorld({
		...{ maxUploadBytes: 40 * mib, storageQuotaBytes: 100 * mib },
		// Names lead to the loopback here; only this one may.
		imports: {
			privateHosts: ["media.test"],
			resolve: async () => [{ address: "127.0.0.1", family: 4 }],
			headersTimeoutMs: 500,
		},
	});
	const file = `${world.folder}/clip.mp4`;
	const picture = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=1"];
	await run("ffmpeg", ["-v", "error", ...picture, "-c:v", "libx264", "-pix_fmt", "yuv420p", file]);
	clip = await readFile(file);
	other.listen(0, "127.0.0.1");
	await once(other, "listening");
	origin = `http://media.test:${(other.address() as AddressInfo).port}`;
	await verbs.registerJobHandlers(world.deps);
});
beforeEach(async () => {
	team = await world.organization();
});
afterAll(async () => {
	other.closeAllConnections();
	other.close();
	await world.close();
});

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const start = (url: string, title?: string) => {
	const { organizationId, member: ctx } = team;
	return verbs.importVideo({ ctx, input: { organizationId, url, ...(title ? { title } : {}) } });
};
const look = (videoId: string) =>
	verbs.getVideo({ ctx: team.member, input: { organizationId: team.organizationId, videoId } });
const usage = () =>
	verbs.getStorageUsage({ ctx: team.member, input: { organizationId: team.organizationId } });
const openUploads = () =>
	world.deps.database.drizzle
		.select()
		.from(uploads)
		.where(eq(uploads.organizationId, team.organizationId));

async function settled(videoId: string) {
	let video = await look(videoId);
	await waitFor(
		async () => {
			video = await look(videoId);
			return video.status === "ready" || video.status === "failed";
		},
		{ timeoutMs: 60_000, what: "the end of the import" },
	);
	return video;
}

it("fetches a file, tells how far it is, and makes a video of it", async () => {
	const gate = Promise.withResolvers<void>();
	answer = async (_request, response) => {
		response.writeHead(200, {
			...{ "content-type": "video/mp4", "content-length": clip.length },
			"content-disposition": 'attachment; filename="From afar.mp4"',
		});
		response.write(clip.subarray(0, 1000));
		await gate.promise;
		response.end(clip.subarray(1000));
	};
	const { videoId } = await start(`${origin}/watch/clip.mp4?token=secret`);
	expect(await look(videoId)).toMatchObject({
		...{ title: "clip", status: "processing", progress: { step: "importing" } },
	});
	await waitFor(async () => (await openUploads()).length === 1, { what: "the beginning" });
	expect((await usage()).reservedBytes).toBe(clip.length);
	const { organizationId, member: ctx } = team;
	const { uploads: mine } = await verbs.listOpenUploads({ ctx, input: { organizationId } });
	expect(mine).toEqual([]);
	gate.resolve();
	const video = await settled(videoId);
	expect(video).toMatchObject({
		...{ status: "ready", width: 320 },
		version: { fileName: "From afar.mp4", sizeBytes: clip.length, contentType: "video/mp4" },
	});
	const { url } = await verbs.getDownload({ ctx, input: { organizationId, videoId } });
	const stored = Buffer.from(await (await fetch(url)).arrayBuffer());
	expect(stored.equals(clip)).toBe(true);
	expect((await usage()).reservedBytes).toBe(0);
	const entries = await world.deps.database.drizzle.select().from(auditEvents);
	expect(JSON.stringify(entries)).not.toContain("token=secret");
	expect(JSON.stringify(video)).not.toContain("token=secret");
});

it("fetches what has no length, in several parts", async () => {
	const large = Buffer.alloc(35 * mib, clip);
	answer = (_request, response) => {
		response.write(large.subarray(0, 10));
		response.end(large.subarray(10));
	};
	const { videoId } = await start(`${origin}/clip.mp4`, "Long");
	const hasSource = async () => {
		const { version } = await look(videoId);
		const rows = await world.deps.database.drizzle
			.select()
			.from(videoArtifacts)
			.where(eq(videoArtifacts.versionId, version.id));
		return rows.some(({ kind, sizeBytes }) => kind === "source" && sizeBytes === large.length);
	};
	await waitFor(hasSource, { timeoutMs: 30_000, what: "the file" });
	const { organizationId, member: ctx } = team;
	const { url } = await verbs.getDownload({ ctx, input: { organizationId, videoId } });
	const stored = Buffer.from(await (await fetch(url)).arrayBuffer());
	expect(stored.equals(large)).toBe(true);
	await settled(videoId);
});

it("says why it failed, keeps nothing, and fetches again when it is told to", async () => {
	answer = (_request, response) => response.writeHead(404).end();
	const { videoId } = await start(`${origin}/clip.mp4`);
	expect(await settled(videoId)).toMatchObject({
		...{ status: "failed", canRetry: true },
		failure: { code: "REMOTE_UNAVAILABLE", message: "The other server answered with 404." },
	});
	answer = (_request, response) => response.end(clip);
	const input = { organizationId: team.organizationId, videoId };
	const again = await verbs.retryVideo({ ctx: team.member, input });
	expect(again.progress).toEqual({ step: "importing", ratio: 0 });
	expect(await settled(videoId)).toMatchObject({ status: "ready", failure: null });
});

it.each([
	["a web page", "MEDIA_NOT_A_VIDEO", "<!doctype html><title>Sign in</title>"],
	["an empty file", "UPLOAD_EMPTY_FILE", ""],
	["a text", "MEDIA_NOT_A_VIDEO", "no video"],
])("refuses %s", async (_name, wanted, content) => {
	answer = (_request, response) => response.end(content);
	const { videoId } = await start(`${origin}/clip.mp4`);
	expect((await settled(videoId)).failure).toMatchObject({ code: wanted });
});

it("refuses what is larger than it may be, announced or not, and gives the room back", async () => {
	answer = (_request, response) => {
		response.writeHead(200, { "content-length": 41 * mib }).write("x");
	};
	const told = await start(`${origin}/clip.mp4`);
	expect((await settled(told.videoId)).failure).toMatchObject({ code: "UPLOAD_TOO_LARGE" });
	answer = (_request, response) => {
		response.write("x");
		response.end(Buffer.alloc(41 * mib));
	};
	const untold = await start(`${origin}/clip.mp4`);
	expect((await settled(untold.videoId)).failure).toMatchObject({ code: "UPLOAD_TOO_LARGE" });
	expect(await openUploads()).toEqual([]);
	expect(await usage()).toMatchObject({ reservedBytes: 0, storedBytes: 0 });
});

it("refuses what has no room", async () => {
	const { organizationId, member: ctx } = team;
	for (let count = 0; count < 2; count += 1) {
		const input = { organizationId, fileName: "a.mp4", sizeBytes: 40 * mib };
		await verbs.createUpload({ ctx, input });
	}
	answer = (_request, response) => response.end(Buffer.alloc(30 * mib));
	const { videoId } = await start(`${origin}/clip.mp4`);
	expect((await settled(videoId)).failure).toMatchObject({ code: "STORAGE_QUOTA_EXCEEDED" });
});

it("begins anew after a connection that broke, without what the first try had stored", async () => {
	let tries = 0;
	const large = Buffer.alloc(20 * mib, clip);
	answer = (_request, response) => {
		tries += 1;
		response.writeHead(200, { "content-length": large.length });
		if (tries > 1) response.end(large);
		else response.write(large.subarray(0, 18 * mib), () => response.destroy());
	};
	const { videoId } = await start(`${origin}/clip.mp4`);
	await settled(videoId);
	expect(tries).toBe(2);
	const keys = (await openUploads()).map(({ status }) => status);
	expect(keys).toEqual(["completed"]);
});

it.each([
	...["http://127.0.0.1/", "http://[::1]/a.mp4", "http://169.254.169.254/latest/meta-data/"],
	...["ftp://example.com/a.mp4", "http://user:pass@example.com/", "https://example.com:8443/"],
])("does not even begin with %s", async (url) => {
	await expect(start(url)).rejects.toEqual(code("REMOTE_ADDRESS_REFUSED"));
	const { organizationId, member: ctx } = team;
	const { items } = await verbs.listVideos({ ctx, input: { organizationId } });
	expect(items).toEqual([]);
});

it("fails when a name or a redirect leads inside", async () => {
	const named = await start("http://inside.test/clip.mp4");
	const refused = { code: "REMOTE_ADDRESS_REFUSED" };
	expect((await settled(named.videoId)).failure).toMatchObject(refused);
	answer = (_request, response) =>
		response.writeHead(302, { location: "http://169.254.169.254/" }).end();
	const redirected = await start(`${origin}/clip.mp4`);
	expect((await settled(redirected.videoId)).failure).toMatchObject(refused);
});
