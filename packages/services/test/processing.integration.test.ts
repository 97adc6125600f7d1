import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	getPlayback,
	getTranscript,
	getVideo,
	registerJobHandlers,
	retryVideo,
} from "../src/index.ts";
import { uploadFile } from "./upload.ts";
import { createWorld, type World } from "./world.ts";

const run = promisify(execFile);
let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let clip: Uint8Array;

beforeAll(async () => {
	world = await createWorld();
	team = await world.organization();
	const file = `${world.folder}/clip.mkv`;
	const picture = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2"];
	const sound = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2"];
	await run("ffmpeg", ["-v", "error", ...picture, ...sound, "-c:v", "mpeg4", "-c:a", "mp3", file]);
	clip = await readFile(file);
	await registerJobHandlers(world.deps);
});
afterAll(() => world.close());

async function settled(videoId: string) {
	const input = { organizationId: team.organizationId, videoId };
	let video = await getVideo({ ctx: team.owner, input });
	await waitFor(
		async () => {
			video = await getVideo({ ctx: team.owner, input });
			return video.status === "ready" || video.status === "failed";
		},
		{ timeoutMs: 60_000 },
	);
	return video;
}

describe("processing", () => {
	it("makes a foreign format playable, with poster, true size and duration", async () => {
		const file = { fileName: "clip.mkv", bytes: clip, contentType: "video/x-matroska" };
		const videoId = await uploadFile(team.member, team.organizationId, file);
		const video = await settled(videoId);
		expect(video).toMatchObject({
			...{ status: "ready", width: 320, height: 180, failure: null, progress: null },
			...{ transcriptStatus: "off", insightsStatus: "off" },
			version: { frameRate: { num: 25, den: 1 }, isVariableFrameRate: false },
		});
		expect(Math.abs((video.durationMs ?? 0) - 2000)).toBeLessThan(120);
		const input = { organizationId: team.organizationId, videoId };
		const playback = await getPlayback({ ctx: team.member, input });
		expect(playback.contentType).toBe("video/mp4");
		const part = await fetch(playback.url, { headers: { range: "bytes=0-11" } });
		expect(part.status).toBe(206);
		expect(Buffer.from(await part.arrayBuffer()).toString("latin1", 4, 8)).toBe("ftyp");
		const poster = await fetch(playback.posterUrl ?? "");
		expect(poster.headers.get("content-type")).toBe("image/jpeg");
		for (const { headers } of [part, poster]) {
			expect(headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
		}
	});

	it("says why a file that is no video failed, lets a person try again, and leaves no scratch", async () => {
		const text = Buffer.from(`No video at all. ${"x".repeat(2000)}`);
		const file = { fileName: "page.mp4", bytes: text };
		const videoId = await uploadFile(team.member, team.organizationId, file);
		const failed = await settled(videoId);
		expect(failed).toMatchObject({
			status: "failed",
			canRetry: true,
			failure: { code: "MEDIA_NOT_A_VIDEO", message: expect.any(String) },
		});
		const input = { organizationId: team.organizationId, videoId };
		const byColleague = retryVideo({ ctx: team.colleague, input });
		await expect(byColleague).rejects.toMatchObject({ code: "FORBIDDEN" });
		const retried = await retryVideo({ ctx: team.member, input });
		expect(retried).toMatchObject({ status: "processing", failure: null });
		expect((await settled(videoId)).status).toBe("failed");
		expect(await readdir(world.deps.settings.scratchDir)).toEqual([]);
	});

	it("refuses to retry what has not failed", async () => {
		const file = { fileName: "clip.mkv", bytes: clip };
		const videoId = await uploadFile(team.member, team.organizationId, file);
		await settled(videoId);
		const input = { organizationId: team.organizationId, videoId };
		await expect(retryVideo({ ctx: team.owner, input })).rejects.toMatchObject({
			code: "VIDEO_NOT_RETRYABLE",
		});
		const transcript = await getTranscript({ ctx: team.owner, input });
		expect(transcript).toEqual({ status: "off", language: null, cues: [], failure: null });
	});
});
