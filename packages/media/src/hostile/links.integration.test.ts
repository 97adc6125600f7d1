import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "@nuclom/core";
import { execa } from "execa";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { exampleProbe } from "../../test/example-probe.ts";
import {
	carriedTools,
	h264,
	openWorkbench,
	picture,
	type Workbench,
} from "../../test/workbench.ts";

const secret = "CANARY-7d1f0c52";
let canary: Server;
let address: string;
const visits: string[] = [];

beforeAll(async () => {
	canary = createServer((request, response) => {
		visits.push(request.url ?? "");
		response.end(secret);
	});
	await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
	address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => canary.close(resolve)));
afterEach(() => {
	expect(visits.splice(0)).toEqual([]);
});

const hls = (...lines: string[]) =>
	["#EXTM3U", "#EXT-X-TARGETDURATION:9", ...lines, "#EXT-X-ENDLIST", ""].join("\n");

/** Files that name other files or addresses. */
const links: Readonly<Record<string, (dir: string) => string>> = {
	"a playlist that reads a local file": (dir) => hls("#EXTINF:9,", `file://${dir}/canary.txt`),
	"a playlist that reads an address": () => hls("#EXTINF:9,", `${address}/segment.ts`),
	"a playlist with a key at an address": (dir) =>
		hls(`#EXT-X-KEY:METHOD=AES-128,URI="${address}/key"`, "#EXTINF:9,", `file://${dir}/real.mp4`),
	"a concat script": (dir) => `ffconcat version 1.0\nfile '${dir}/real.mp4'\n`,
	"a concat script of an address": () => `ffconcat version 1.0\nfile '${address}/a.mp4'\n`,
	"a DASH manifest": () =>
		`<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT9S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${address}/a.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
	"a session description": () =>
		"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
	"a subtitle file": (dir) => `1\n00:00:00,000 --> 00:00:09,000\nfile://${dir}/canary.txt\n`,
};

/** With everything that the system grants, and with ffmpeg's own options alone. */
describe.each([
	["the system and ffmpeg's options", undefined],
	["ffmpeg's options alone", ""],
])("links are not followed, held by %s", (_, searchPath) => {
	let bench: Workbench;
	beforeAll(async () => {
		bench = await openWorkbench({ ...(await carriedTools()), searchPath });
		await bench.write("canary.txt", secret);
		await bench.make("real.mp4", ...picture({ seconds: 0.2 }), ...h264);
	});
	afterAll(() => bench.close());

	it("has the guards that it is about", () => {
		expect(bench.tools.guards.length === 0).toBe(searchPath === "");
	});

	it.each(Object.keys(links))("of %s", async (name) => {
		const content = links[name]?.(bench.dir) ?? "";
		const refused = await probeUnderNames(content);
		expect(refused).toEqual(["MEDIA_NOT_A_VIDEO", "MEDIA_NOT_A_VIDEO", "MEDIA_NOT_A_VIDEO"]);
		await bench.write("hostile.mp4", content);
		for (const error of await attackWithForgedProbe(bench.path("hostile.mp4"))) {
			expect(error.code).toMatch(/^MEDIA_/);
			expect(JSON.stringify([error.message, error.hint, error.data])).not.toContain(secret);
			expect(String(error.cause)).not.toContain(secret);
		}
		for (const loot of ["loot.mp4", "loot.jpg"]) {
			expect(await bench.exists(bench.path(loot))).toBe(false);
		}
	});

	/** ffmpeg guesses by the ending too. */
	async function probeUnderNames(content: string) {
		const names = ["hostile.mp4", "hostile.m3u8", "hostile.ts"];
		return Promise.all(
			names.map(async (name) => {
				const file = await bench.write(name, content);
				return bench.media.probe(file).then(() => "taken", codeOf);
			}),
		);
	}

	/** As if the file had been swapped after it was probed. */
	async function attackWithForgedProbe(file: string): Promise<AppError[]> {
		const { media } = bench;
		const forged = { ...exampleProbe, fastStart: false };
		const outcomes = await Promise.allSettled([
			media.frameTimes(file),
			media.makePlayable(file, bench.path("loot.mp4"), forged),
			media.makePoster(file, bench.path("loot.jpg"), forged, { maxWidth: 320, atMs: 0 }),
			media.extractSpeech(file, bench.path("loot"), forged),
		]);
		return outcomes.map((outcome) => {
			const reason: unknown = outcome.status === "rejected" ? outcome.reason : "taken";
			if (!AppError.isInstance(reason)) throw new Error(`No AppError but ${String(reason)}`);
			return reason;
		});
	}
});

function codeOf(error: unknown): string {
	return AppError.isInstance(error) ? error.code : String(error);
}

it("the canaries sing for an ffprobe without these guards", async () => {
	const bench = await openWorkbench();
	await bench.write("canary.txt", secret);
	for (const name of ["a playlist that reads an address", "a concat script of an address"]) {
		const file = await bench.write("control.m3u8", links[name]?.(bench.dir) ?? "");
		const open = ["-v", "quiet", "-safe", "0", "-protocol_whitelist", "file,http,tcp"];
		const args = name.includes("concat") ? open : open.filter((arg) => !/^(-safe|0)$/.test(arg));
		await execa(bench.tools.ffprobePath, [...args, file], { reject: false });
	}
	await bench.close();
	expect(visits.splice(0)).toContain("/a.mp4");
});
