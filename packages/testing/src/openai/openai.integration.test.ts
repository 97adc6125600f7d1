import { createReadStream } from "node:fs";
import OpenAI from "openai";
import { zodTextFormat } from "openai/helpers/zod";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { makeVideo } from "../media/video.ts";
import { type OpenAiStandIn, startOpenAiStandIn } from "./stand-in.ts";

let standIn: OpenAiStandIn;
let client: OpenAI;
beforeAll(async () => {
	standIn = await startOpenAiStandIn();
	const { baseUrl: baseURL, apiKey } = standIn;
	client = new OpenAI({ baseURL, apiKey, maxRetries: 0, timeout: 30_000 });
});
afterAll(() => standIn.close());

const notes = z.object({
	summary: z.string(),
	chapters: z.array(z.object({ cue: z.int(), title: z.string(), about: z.string().nullable() })),
	actionItems: z.array(z.object({ cue: z.int(), text: z.string() })),
	mood: z.enum(["calm", "tense"]),
});
const input = [
	"Title: Weekly",
	"[0] Welcome to the weekly. Today is about the recorder.",
	"[4] The upload was slow on phones.",
	"[9] Dana will write the release notes.",
].join("\n");
const parse = () =>
	client.responses.parse({
		model: "gpt-5",
		instructions: "Write notes.",
		input,
		text: { format: zodTextFormat(notes, "notes") },
	});

it("answers a schema with extracts of the prompt, always the same", async () => {
	const { output_parsed: parsed, usage } = await parse();
	expect(parsed).toEqual({
		summary:
			"Welcome to the weekly. Today is about the recorder. The upload was slow on phones. Dana will write the release notes.",
		chapters: [
			{ cue: 0, title: "Welcome to the weekly", about: null },
			{ cue: 4, title: "The upload was slow on phones", about: null },
			{ cue: 9, title: "Dana will write the release notes", about: null },
		],
		actionItems: [{ cue: 9, text: "Dana will write the release notes." }],
		mood: "calm",
	});
	expect(usage?.total_tokens).toBeGreaterThan(30);
	expect((await parse()).output_parsed).toEqual(parsed);
	expect(standIn.requests.at(-1)).toMatchObject({ path: "/v1/responses", body: { input } });
});

it("hears real speech, without timings unless they are asked for", async () => {
	const speechText = "Hello there. This is a test of the transcription.";
	const path = await makeVideo({ seconds: 4, container: "m4a", speechText });
	const request = (model: string) => ({
		file: createReadStream(path),
		model,
		timestamp_granularities: ["word", "segment"] satisfies ("word" | "segment")[],
	});
	const { transcriptions } = client.audio;
	const hear = (model: string) => transcriptions.create(request(model));
	const hearTimed = (model: string) =>
		transcriptions.create({ ...request(model), response_format: "verbose_json" });
	const brief = await hear("gpt-transcribe");
	expect(brief).toMatchObject({ usage: { type: "duration", seconds: 4 } });
	expect(brief.text).toContain("this is a test");
	expect(brief).not.toHaveProperty("words");
	const { words, segments, text } = await hearTimed("whisper-1");
	expect(text).toBe(brief.text);
	expect(words?.map(({ word }) => word).join(" ")).toBe(text);
	expect(segments?.[0]).toMatchObject({ start: words?.[0]?.start, text });
	await expect(hearTimed("gpt-transcribe")).rejects.toMatchObject({ status: 400 });
});

it("refuses what the API refuses", async () => {
	const stranger = new OpenAI({ baseURL: standIn.baseUrl, apiKey: "sk-wrong", maxRetries: 0 });
	await expect(stranger.models.list()).rejects.toMatchObject({
		status: 401,
		code: "invalid_api_key",
	});
	const file = new File(["no sound"], "a.wav");
	const noSound = client.audio.transcriptions.create({ file, model: "gpt-transcribe" });
	await expect(noSound).rejects.toMatchObject({ status: 400, param: "file" });
	const schema = { type: "object", properties: { a: { type: "string" } }, required: [] };
	const format = { type: "json_schema", name: "loose", strict: true, schema } as const;
	const loose = client.responses.create({ model: "gpt-5", input: "x", text: { format } });
	await expect(loose).rejects.toThrow(/additionalProperties/);
	expect((await client.models.list()).data.map(({ id }) => id)).toEqual([
		"gpt-transcribe",
		"gpt-5",
	]);
});

it.each([
	[
		{ kind: "rate-limit", retryAfterSeconds: 7 },
		{ status: 429, code: "rate_limit_exceeded" },
	],
	[{ kind: "quota" }, { status: 429, code: "insufficient_quota" }],
	[{ kind: "server-error", status: 503 }, { status: 503 }],
	[{ kind: "cut" }, { message: expect.stringMatching(/terminated|aborted|Connection/i) }],
	[{ kind: "not-json" }, { name: "SyntaxError" }],
	[{ kind: "malformed-output" }, { name: "SyntaxError" }],
	[{ kind: "schema-violation" }, { name: expect.stringMatching(/ZodError/) }],
] as const)("fails once on demand: %j", async (fault, expected) => {
	standIn.failNext(fault, { path: "/v1/responses" });
	await client.models.list();
	await expect(parse()).rejects.toMatchObject(expected);
	expect((await parse()).output_parsed).toBeTruthy();
});

it("says how long to wait", async () => {
	standIn.failNext({ kind: "rate-limit", retryAfterSeconds: 7 });
	const error = await client.models.list().catch((reason: unknown) => reason);
	expect((error as { headers: Headers }).headers.get("retry-after")).toBe("7");
});

it("refuses, breaks off, hangs and is slow on demand", async () => {
	standIn.failNext({ kind: "refusal", text: "No." });
	expect((await parse()).output_parsed).toBeNull();
	standIn.failNext({ kind: "incomplete" });
	const broken = await client.responses.create({ model: "gpt-5", input: "One two three four." });
	expect(broken).toMatchObject({ status: "incomplete", output_text: "One two t" });
	standIn.failNext({ kind: "slow", delayMs: 1 });
	expect((await parse()).output_parsed).toBeTruthy();
	standIn.failNext({ kind: "hang" });
	await expect(client.models.list({ timeout: 50 })).rejects.toThrow(/timed out/i);
});

it("says what a responder makes", async () => {
	await using other = await startOpenAiStandIn({
		apiKey: "sk-other",
		respond: ({ schemaName, prompt }) => `${schemaName ?? "text"}: ${prompt.length}`,
	});
	const speaker = new OpenAI({ baseURL: other.baseUrl, apiKey: "sk-other" });
	const answer = await speaker.responses.create({ model: "any", input: "12345" });
	expect(answer.output_text).toBe("text: 5");
});
