import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Script, startScriptedServer } from "../../test/scripted-server.ts";
import { createAi } from "../create-ai.ts";

const models = { transcription: "gpt-transcribe", analysis: "gpt-6.1-terra" };
let folder = "";
let audio = "";

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "nuclom-ai-"));
	audio = join(folder, "part one.flac");
	await writeFile(audio, Buffer.alloc(300_000, "sound"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function serve(script: Script, options: { concurrency?: number; timeoutMs?: number } = {}) {
	const server = await startScriptedServer(script);
	const ai = createAi({ apiKey: "sk-test", baseUrl: server.baseUrl, models, ...options });
	return { server, ai };
}

const part = (index: number) => ({
	file: audio,
	startMs: index * 10_000,
	endMs: index * 10_000 + 8_000,
});
const heard = (text: string, extra: object = {}) => ({ json: { text, ...extra } });

describe("transcribe", () => {
	it("uploads each file and puts its words into its own time", async () => {
		const { server, ai } = await serve((request) =>
			heard("Hello there.", {
				languages: [{ code: "en" }],
				usage: { type: "duration", seconds: request.body.length > 0 ? 8 : 0 },
			}),
		);
		await using _ = server;
		const progress: number[] = [];
		const result = await ai.transcribe([part(1), part(0)], {
			onProgress: ({ completedSegments }) => progress.push(completedSegments),
		});
		expect(result.cues).toEqual([
			{ startMs: 0, endMs: 7_000, text: "Hello there." },
			{ startMs: 10_000, endMs: 17_000, text: "Hello there." },
		]);
		expect(result.language).toBe("en");
		expect(result.usage).toMatchObject({ audioMs: 16_000, costMicroUsd: 1_200, requestCount: 2 });
		expect(progress).toEqual([1, 2]);
	});

	it("sends the whole file, with its length and its name's ending", async () => {
		const { server, ai } = await serve(() => heard("Hello."));
		await using _ = server;
		await ai.transcribe([part(0)], { language: "de" });
		const [request] = server.requests;
		expect(request?.path).toBe("/v1/audio/transcriptions");
		expect(request?.headers).toMatchObject({ authorization: "Bearer sk-test" });
		expect(Number(request?.headers["content-length"])).toBe(request?.body.length);
		const form = request?.body.toString("latin1") ?? "";
		expect(form).toContain('filename="part one.flac"');
		expect(form).toContain("sound".repeat(60_000));
		expect(form).toMatch(/name="languages\[\]"\r\n\r\nde/);
		expect(form).toMatch(/name="model"\r\n\r\ngpt-transcribe/);
	});

	it("sends the file again when the server fails once", async () => {
		let calls = 0;
		const { server, ai } = await serve(() => {
			calls += 1;
			return calls === 1
				? { status: 503, headers: { "retry-after-ms": "1" }, json: {} }
				: heard("Second try.");
		});
		await using _ = server;
		const { cues } = await ai.transcribe([part(0)]);
		expect(cues[0]?.text).toBe("Second try.");
		expect(server.requests.map(({ body }) => body.length)).toEqual([
			expect.any(Number),
			server.requests[0]?.body.length,
		]);
	});

	it("asks for a few segments at once, and never more", async () => {
		let running = 0;
		let most = 0;
		const { server, ai } = await serve(
			async () => {
				running += 1;
				most = Math.max(most, running);
				await new Promise((resolve) => setImmediate(resolve));
				running -= 1;
				return heard("Word.");
			},
			{ concurrency: 2 },
		);
		await using _ = server;
		const { cues } = await ai.transcribe(
			Array.from({ length: 9 }, (_unused, index) => part(index)),
		);
		expect(cues).toHaveLength(9);
		expect(most).toBeLessThanOrEqual(2);
	});

	it("keeps cues apart where segments overlap", async () => {
		const { server, ai } = await serve(() => heard("Words that overlap a little here."));
		await using _ = server;
		const { cues } = await ai.transcribe([
			{ file: audio, startMs: 0, endMs: 5_000 },
			{ file: audio, startMs: 4_000, endMs: 9_000 },
		]);
		expect(cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
			[0, 5_000],
			[5_000, 9_000],
		]);
	});

	it("makes no cue of silence", async () => {
		const { server, ai } = await serve(() => heard("", { languages: [] }));
		await using _ = server;
		const result = await ai.transcribe([part(0)]);
		expect(result.cues).toEqual([]);
		expect(result.language).toBeUndefined();
	});

	it("stops the other segments when one fails", async () => {
		const { server, ai } = await serve(() =>
			server.requests.length === 1
				? { status: 401, json: { error: { message: "Incorrect API key: sk-test" } } }
				: undefined,
		);
		await using _ = server;
		const failure = ai.transcribe(Array.from({ length: 20 }, (_unused, index) => part(index)));
		await expect(failure).rejects.toMatchObject({
			code: "AI_NOT_CONFIGURED",
			hint: expect.stringContaining("OPENAI_API_KEY"),
		});
		expect(server.requests.length).toBeLessThan(20);
	});

	it("ends with the signal's reason when it is aborted", async () => {
		const stop = new AbortController();
		const { server, ai } = await serve(() => {
			stop.abort(new Error("worker shuts down"));
			return undefined;
		});
		await using _ = server;
		await expect(ai.transcribe([part(0)], { signal: stop.signal })).rejects.toThrow(
			"worker shuts down",
		);
	});

	it.each([
		["not JSON", { text: "<html>" }],
		["no text", { json: { words: [] } }],
		["a plain string", { json: "hello" }],
	])("refuses an answer that is %s", async (_name, reply) => {
		const { server, ai } = await serve(() => reply);
		await using _ = server;
		await expect(ai.transcribe([part(0)])).rejects.toMatchObject({ code: "AI_OUTPUT_INVALID" });
	});

	it("says that a silent server is unavailable", async () => {
		const server = await startScriptedServer(() => undefined);
		await using _ = server;
		const ai = createAi({ baseUrl: server.baseUrl, models, timeoutMs: 50, maxRetries: 0 });
		await expect(ai.transcribe([part(0)])).rejects.toMatchObject({ code: "AI_UNAVAILABLE" });
	});

	it("says that a server which hangs up halfway is unavailable", async () => {
		const server = await startScriptedServer((_request, response) => {
			response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
			response.write('{"text":', () => response.destroy());
			return undefined;
		});
		await using _ = server;
		const ai = createAi({ baseUrl: server.baseUrl, models, maxRetries: 0 });
		await expect(ai.transcribe([part(0)])).rejects.toMatchObject({ code: "AI_UNAVAILABLE" });
	});

	it("refuses a file over 25 MB before anything is sent", async () => {
		const { server, ai } = await serve(() => heard("never"));
		await using _ = server;
		const large = join(folder, "large.flac");
		await writeFile(large, "");
		await truncate(large, 25_000_001);
		const segment = { file: large, startMs: 0, endMs: 1_000 };
		await expect(ai.transcribe([segment])).rejects.toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
		expect(server.requests).toEqual([]);
	});

	it.each([
		[5_000, 5_000],
		[5_000, 4_000],
		[-1, 1_000],
		[Number.NaN, 5],
	])("refuses a segment from %d to %d", async (startMs, endMs) => {
		const ai = createAi({ apiKey: "k", models });
		await expect(ai.transcribe([{ file: audio, startMs, endMs }])).rejects.toMatchObject({
			code: "INPUT_INVALID",
		});
	});
});
