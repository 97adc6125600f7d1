import type { HeardSpeech, HeardWord, Utterance } from "./speech.ts";

const seconds = (ms: number): number => ms / 1000;
const textOf = (speech: HeardSpeech): string => speech.utterances.map(({ text }) => text).join(" ");
const usageOf = ({ durationMs }: HeardSpeech) => ({
	type: "duration" as const,
	seconds: Math.round(seconds(durationMs)),
});

/** `json`: text and usage, no timings, as `gpt-transcribe` answers. */
export function briefAnswer(speech: HeardSpeech) {
	return { text: textOf(speech), languages: [{ code: "en" }], usage: usageOf(speech) };
}

const wordAnswer = ({ word, startMs, endMs }: HeardWord) => ({
	word,
	start: seconds(startMs),
	end: seconds(endMs),
});

function segmentAnswer({ text, words }: Utterance, id: number) {
	return {
		id,
		seek: 0,
		start: seconds(words[0]?.startMs ?? 0),
		end: seconds(words.at(-1)?.endMs ?? 0),
		text,
		tokens: [],
		temperature: 0,
		avg_logprob: 0,
		compression_ratio: 1,
		no_speech_prob: 0,
	};
}

/** `verbose_json`: segments, and words where they were asked for, as `whisper-1` answers. */
export function verboseAnswer(speech: HeardSpeech, granularities: readonly string[]) {
	const wantsWords = granularities.includes("word");
	const wantsSegments = granularities.length === 0 || granularities.includes("segment");
	return {
		task: "transcribe",
		language: "english",
		duration: seconds(speech.durationMs),
		text: textOf(speech),
		...(wantsSegments ? { segments: speech.utterances.map(segmentAnswer) } : {}),
		...(wantsWords
			? { words: speech.utterances.flatMap(({ words }) => words.map(wordAnswer)) }
			: {}),
		usage: usageOf(speech),
	};
}
