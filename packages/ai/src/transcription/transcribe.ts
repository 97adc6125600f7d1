import { AppError } from "@nuclom/core";
import type { Transcription } from "openai/resources/audio/transcriptions";
import { z } from "zod";
import { type AiContext, ask } from "../context.ts";
import { outputInvalid } from "../errors.ts";
import type { Consumption } from "../pricing.ts";
import { runAll } from "../run-all.ts";
import type { SpeechSegment, TranscribeOptions, TranscribeResult } from "../types.ts";
import { sumUsage } from "../usage.ts";
import { openAudio } from "./open-audio.ts";
import { spreadCues } from "./spread-cues.ts";

interface Heard {
	readonly segment: SpeechSegment;
	readonly text: string;
	readonly language: string | undefined;
	readonly consumption: Consumption;
}

/** See Ai.transcribe. */
export async function transcribe(
	context: AiContext,
	segments: readonly SpeechSegment[],
	{ language, signal, onProgress }: TranscribeOptions = {},
): Promise<TranscribeResult> {
	const startedAt = context.clock.now().getTime();
	let completedSegments = 0;
	const heard = await runAll(
		inOrder(segments),
		async (segment, stop) => {
			const answer = await hear(context, segment, language, stop);
			completedSegments += 1;
			onProgress?.({ completedSegments, totalSegments: segments.length });
			return answer;
		},
		{ concurrency: context.concurrency, signal },
	);
	const spoken = mainLanguage(heard) ?? language;
	const durationMs = context.clock.now().getTime() - startedAt;
	return {
		cues: heard.flatMap(({ segment, text }) => spreadCues(segment, text, spoken)),
		...(spoken === undefined ? {} : { language: spoken }),
		usage: sumUsage(
			context.models.transcription,
			heard.map(({ consumption }) => consumption),
			durationMs,
		),
	};
}

/** Sorted by time; where two overlap, the later one begins where the earlier one ends. */
function inOrder(segments: readonly SpeechSegment[]): SpeechSegment[] {
	const sorted = [...segments].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs);
	let previousEndMs = 0;
	return sorted.map((segment) => {
		const startMs = Math.max(segment.startMs, previousEndMs);
		if (!(segment.endMs > segment.startMs) || segment.startMs < 0) {
			throw new AppError("INPUT_INVALID", "A speech segment has no duration.", {
				data: { startMs: segment.startMs, endMs: segment.endMs },
			});
		}
		previousEndMs = Math.max(previousEndMs, segment.endMs);
		return { ...segment, startMs: Math.min(startMs, segment.endMs) };
	});
}

async function hear(
	context: AiContext,
	segment: SpeechSegment,
	language: string | undefined,
	signal: AbortSignal,
): Promise<Heard> {
	const file = await openAudio(segment.file);
	const model = context.models.transcription;
	const answer = await ask(context, "transcription", signal, (client) =>
		client.audio.transcriptions.create(
			{ file, model, response_format: "json", ...languageHint(model, language) },
			{ signal },
		),
	);
	const parsed = answerSchema.safeParse(answer);
	if (!parsed.success) {
		throw outputInvalid("The AI service sent no transcript.", parsed.error);
	}
	return {
		segment,
		text: parsed.data.text,
		language: parsed.data.languages?.[0]?.code ?? parsed.data.language,
		consumption: consumptionOf(answer, segment.endMs - segment.startMs),
	};
}

/** Only what is used; compatible servers leave out most of the rest, Whisper's say `language`. */
const answerSchema = z.object({
	text: z.string(),
	languages: z.array(z.object({ code: z.string() })).optional(),
	language: z.string().optional(),
});

/** gpt-transcribe takes a list of languages, every earlier model a single one. */
function languageHint(model: string, language: string | undefined): object {
	if (language === undefined) {
		return {};
	}
	return model.startsWith("gpt-transcribe") ? { languages: [language] } : { language };
}

/** Seconds or tokens, as the server bills; a server that says nothing was sent the segment. */
function consumptionOf({ usage }: Transcription, segmentMs: number): Consumption {
	if (usage?.type === "tokens") {
		return {
			audioMs: segmentMs,
			inputTokens: usage.input_tokens,
			outputTokens: usage.output_tokens,
		};
	}
	return { audioMs: usage?.type === "duration" ? Math.round(usage.seconds * 1_000) : segmentMs };
}

/** The language that most of the speech is in. */
function mainLanguage(heard: readonly Heard[]): string | undefined {
	const spokenMs = new Map<string, number>();
	for (const { language, segment } of heard) {
		if (language !== undefined) {
			const sumMs = (spokenMs.get(language) ?? 0) + segment.endMs - segment.startMs;
			spokenMs.set(language, sumMs);
		}
	}
	return [...spokenMs].sort((a, b) => b[1] - a[1])[0]?.[0];
}
