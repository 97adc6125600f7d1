import { createHash } from "node:crypto";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { requireProgram } from "../process/find-program.ts";
import { temporaryFolder } from "../temporary-folder.ts";

export interface HeardWord {
	readonly word: string;
	readonly startMs: number;
	readonly endMs: number;
}

/** What was said between two silences. */
export interface Utterance {
	readonly text: string;
	readonly words: readonly HeardWord[];
}

export interface HeardSpeech {
	readonly durationMs: number;
	readonly utterances: readonly Utterance[];
}

/** Thrown when ffmpeg cannot read the upload as sound. */
export class NotAudioError extends Error {
	override readonly name = "NotAudioError";
}

const wavHeaderBytes = 44;
const bytesPerMs = 32;

/** 16 kHz mono, the only form that the recognizer's English model knows. */
async function toWave(input: string, output: string): Promise<number> {
	const ffmpeg = await requireProgram("ffmpeg", "ffmpeg");
	const args = ["-nostdin", "-v", "error", "-i", input, "-vn", "-ac", "1", "-ar", "16000"];
	const result = await execa(ffmpeg, [...args, "-bitexact", "-c:a", "pcm_s16le", output], {
		reject: false,
	});
	if (result.failed) throw new NotAudioError("ffmpeg found no sound in the file.");
	return Math.round(((await stat(output)).size - wavHeaderBytes) / bytesPerMs);
}

/** A word's line is `word start end probability`; alternatives bear a number: `hello(2)`. */
function parseWord(line: string): HeardWord | undefined {
	const found = /^(\S+?)(?:\(\d+\))? ([\d.]+) ([\d.]+) [\d.]+$/.exec(line);
	if (!found) return undefined;
	const [, word = "", start, end] = found;
	const isNoise = /^[<[+]/.test(word);
	return isNoise
		? { word: "", startMs: 0, endMs: 0 }
		: {
				word,
				startMs: Math.round(Number(start) * 1000),
				endMs: Math.round(Number(end) * 1000),
			};
}

/** Reads what `pocketsphinx_continuous -time yes` prints: per utterance a line of text, then a line per word. */
export function parseRecognizer(output: string): Utterance[] {
	const utterances: { text: string; words: HeardWord[] }[] = [];
	for (const line of output.split("\n")) {
		const word = parseWord(line);
		if (!word) utterances.push({ text: line.trim(), words: [] });
		else if (word.word) utterances.at(-1)?.words.push(word);
	}
	return utterances.filter(({ words }) => words.length > 0);
}

async function recognize(audio: Buffer): Promise<HeardSpeech> {
	const recognizer = await requireProgram(
		"pocketsphinx_continuous",
		"pocketsphinx pocketsphinx-en-us",
	);
	await using folder = await temporaryFolder("speech");
	const input = join(folder.path, "input");
	const wave = join(folder.path, "speech.wav");
	await writeFile(input, audio);
	const durationMs = await toWave(input, wave);
	const args = ["-infile", wave, "-time", "yes", "-logfn", "/dev/null"];
	const { stdout } = await execa(recognizer, args);
	return { durationMs, utterances: parseRecognizer(stdout) };
}

/** Recognizes English speech offline, with pocketsphinx; each recording once per recognizer. */
export function createRecognizer(): (audio: Buffer) => Promise<HeardSpeech> {
	const heard = new Map<string, Promise<HeardSpeech>>();
	return (audio) => {
		const key = createHash("sha256").update(audio).digest("hex");
		const known = heard.get(key) ?? recognize(audio);
		heard.set(key, known);
		return known;
	};
}
