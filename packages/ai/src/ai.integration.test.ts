import { fileURLToPath } from "node:url";
import { makeVideo, type OpenAiStandIn, startOpenAiStandIn } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordErrors } from "../test/word-errors.ts";
import { createAi } from "./create-ai.ts";
import { defaultAnalysisModel, defaultTranscriptionModel } from "./env.ts";
import type { Ai, Cue, SpeechSegment } from "./types.ts";

/** What each segment says, and where it lies in the video. */
const script = [
	{
		startMs: 500,
		endMs: 8_500,
		text: "Welcome to the weekly meeting. Today we talk about the new video player.",
	},
	{
		startMs: 12_000,
		endMs: 20_000,
		text: "The upload was slow on Monday. We must fix the upload before the release.",
	},
	{
		startMs: 31_000,
		endMs: 39_000,
		text: "Please write the release notes by Friday. Thank you and see you next week.",
	},
] as const;

const jfk = fileURLToPath(new URL("../test/fixtures/jfk-1961.flac", import.meta.url));
let standIn: OpenAiStandIn;
let ai: Ai;
let segments: SpeechSegment[];

beforeAll(async () => {
	standIn = await startOpenAiStandIn({ models: [defaultTranscriptionModel, defaultAnalysisModel] });
	ai = createAi({
		apiKey: standIn.apiKey,
		baseUrl: standIn.baseUrl,
		models: { transcription: defaultTranscriptionModel, analysis: defaultAnalysisModel },
		timeoutMs: 60_000,
	});
	segments = [];
	for (const { startMs, endMs, text } of script) {
		const file = await makeVideo({ seconds: 8, container: "wav", speechText: text });
		segments.push({ file, startMs, endMs });
	}
});
afterAll(() => standIn.close());

const within = (cues: readonly Cue[], { startMs, endMs }: { startMs: number; endMs: number }) =>
	cues.filter((cue) => cue.startMs >= startMs && cue.endMs <= endMs);

describe("speech to notes", () => {
	it("hears the words of every segment, inside that segment", async () => {
		const { cues, usage } = await ai.transcribe(segments, { language: "en" });
		let [errors, words] = [0, 0];
		let placed = 0;
		for (const said of script) {
			const inside = within(cues, said);
			const counted = wordErrors(said.text, inside.map(({ text }) => text).join(" "));
			errors += counted.errors;
			words += counted.words;
			placed += inside.length;
		}
		expect(placed).toBe(cues.length);
		expect(errors / words).toBeLessThan(0.25);
		expect(cues.map(({ text }) => text).join(" ")).toContain("release");
		expect(usage).toMatchObject({
			model: "gpt-transcribe",
			audioMs: 24_000,
			costMicroUsd: 1_800,
			requestCount: 3,
		});
	});

	it("times a real recording of 1961, of which the small recognizer understands a part", async () => {
		const { cues } = await ai.transcribe([{ file: jfk, startMs: 60_000, endMs: 71_000 }]);
		expect(cues.at(-1)?.text).toMatch(/country$/);
		expect(within(cues, { startMs: 60_000, endMs: 71_000 })).toEqual(cues);
	});

	it("makes notes whose every time is the start of a cue", async () => {
		const cues = script.map((cue) => ({ ...cue }));
		const notes = await ai.analyze({ title: "Weekly", durationMs: 40_000, cues });
		expect(notes.summary).toContain("Welcome to the weekly meeting.");
		expect(notes.chapters.map(({ startMs }) => startMs)).toEqual([0, 12_000, 31_000]);
		expect(notes.actionItems).toEqual([
			{ startMs: 12_000, text: script[1].text, assignee: null },
			{ startMs: 31_000, text: script[2].text, assignee: null },
		]);
		expect(notes.usage.costMicroUsd).toBeGreaterThan(0);
	});

	it("makes notes of a transcript of many parts", async () => {
		const small = createAi({
			apiKey: standIn.apiKey,
			baseUrl: standIn.baseUrl,
			models: { transcription: defaultTranscriptionModel, analysis: defaultAnalysisModel },
			maxPromptCharacters: 1_500,
		});
		const cues = Array.from({ length: 120 }, (_, index) => ({
			startMs: index * 5_000,
			endMs: index * 5_000 + 4_000,
			text: `Topic ${index}. Somebody will do task ${index}.`,
		}));
		const { chapters, actionItems, usage } = await small.analyze({
			title: "Long",
			durationMs: 600_000,
			cues,
		});
		const starts = new Set(cues.map(({ startMs }) => startMs));
		expect(usage.requestCount).toBeGreaterThan(4);
		expect(chapters.length).toBeGreaterThan(1);
		expect([...chapters, ...actionItems].every(({ startMs }) => starts.has(startMs))).toBe(true);
	});

	it("finds both models", async () => {
		await expect(ai.check()).resolves.toBeUndefined();
	});
});

describe("a server in trouble", () => {
	const cues = [{ startMs: 0, endMs: 1_000, text: "Hello." }];
	const input = { title: "T", durationMs: 1_000, cues };

	it("is asked again, with the whole file", async () => {
		standIn.failNext({ kind: "server-error", status: 503 });
		const [segment] = segments;
		const { cues: heard } = await ai.transcribe(segment === undefined ? [] : [segment]);
		expect(heard.length).toBeGreaterThan(0);
		const sizes = standIn.requests.slice(-2).map(({ body }) => body.file);
		expect(sizes[0]).toEqual(sizes[1]);
	});

	it.each([
		[{ kind: "refusal" }, "AI_REFUSED"],
		[{ kind: "malformed-output" }, "AI_OUTPUT_INVALID"],
		[{ kind: "schema-violation" }, "AI_OUTPUT_INVALID"],
		[{ kind: "incomplete" }, "AI_OUTPUT_INVALID"],
		[{ kind: "not-json" }, "AI_OUTPUT_INVALID"],
		[{ kind: "quota" }, "AI_RATE_LIMITED"],
		[{ kind: "cut" }, "AI_UNAVAILABLE"],
	] as const)("%j becomes %s", async (fault, code) => {
		const once = createAi({
			apiKey: standIn.apiKey,
			baseUrl: standIn.baseUrl,
			models: { transcription: defaultTranscriptionModel, analysis: defaultAnalysisModel },
			maxRetries: 0,
		});
		standIn.failNext(fault);
		await expect(once.analyze(input)).rejects.toMatchObject({ code });
	});

	it("does not take a wrong key", async () => {
		const stranger = createAi({
			apiKey: "sk-wrong",
			baseUrl: standIn.baseUrl,
			models: { transcription: defaultTranscriptionModel, analysis: defaultAnalysisModel },
		});
		await expect(stranger.check()).rejects.toMatchObject({
			code: "AI_NOT_CONFIGURED",
			hint: "Check OPENAI_API_KEY.",
		});
	});
});
