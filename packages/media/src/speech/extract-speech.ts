import { randomUUID } from "node:crypto";
import { mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@nuclom/core";
import { fileUrl, inputArgs } from "../input.ts";
import type { MediaAudio, MediaProbe } from "../media-probe.ts";
import { readProgress } from "../tools/progress.ts";
import { runTool, type Tools } from "../tools/run-tool.ts";
import { findSilences } from "./find-silences.ts";
import { quietestMoment, readLevels } from "./levels.ts";
import { pcmDurationMs, readPcm, sampleRate, writeWav } from "./pcm.ts";
import { planSegments, type Stretch, splitLong } from "./plan-segments.ts";

/** A piece of sound to be transcribed, and when it is heard, from the start of the video. */
export interface SpeechSegment extends Stretch {
	/** WAV, mono, 16 kHz, 16 bits: 32 kB a second. */
	readonly file: string;
}

export interface ExtractSpeechOptions {
	/** Which entry of `probe.audio`; the one that is played without it. */
	readonly audio?: MediaAudio;
	/** Sounds are gathered up to this length, 10 s without it: the shorter, the truer the cues. */
	readonly targetMs?: number;
	/** No segment is longer; 60 s without it. */
	readonly maxMs?: number;
	readonly onProgress?: (ratio: number) => void;
	readonly signal?: AbortSignal;
}

interface SpeechRun extends ExtractSpeechOptions {
	readonly file: string;
	readonly outDir: string;
	readonly probe: MediaProbe;
}

/** Decodes the sound once, cuts it at its pauses, and writes each piece of it. */
export async function extractSpeech(tools: Tools, run: SpeechRun): Promise<SpeechSegment[]> {
	const audio = run.audio ?? run.probe.audio[0];
	if (audio === undefined) return [];
	await mkdir(run.outDir, { recursive: true });
	const pcmFile = join(run.outDir, `speech-${randomUUID()}.pcm`);
	try {
		await decode(tools, run, audio, pcmFile);
		return await cut(pcmFile, run);
	} catch (error) {
		throw asDiskFull(error);
	} finally {
		await rm(pcmFile, { force: true });
	}
}

async function decode(
	tools: Tools,
	run: SpeechRun,
	audio: MediaAudio,
	pcmFile: string,
): Promise<void> {
	const { file, probe, onProgress, signal } = run;
	const seconds = (probe.durationMs + 1000) / 1000;
	const maxFileBytes = Math.ceil((seconds + 10) * sampleRate * 2);
	await runTool(tools, {
		tool: "ffmpeg",
		task: "Reading the sound",
		args: [
			...["-v", "error", ...inputArgs(file, tools.limits), "-map", `0:${audio.index}`],
			// Silence where the source has gaps or starts late, so that times stay true.
			...["-af", `aresample=${sampleRate}:async=1:first_pts=0`],
			...["-ac", "1", "-ar", String(sampleRate), "-c:a", "pcm_s16le"],
			...["-t", seconds.toFixed(3), "-fs", String(maxFileBytes)],
			...["-progress", "pipe:1", "-f", "s16le", fileUrl(pcmFile)],
		],
		timeoutMs: 120_000 + probe.durationMs + probe.sizeBytes / 5_000,
		maxFileBytes,
		...(signal ? { signal } : {}),
		onLine: readProgress(probe.durationMs, (ratio) => onProgress?.(ratio)),
	});
}

async function cut(pcmFile: string, run: SpeechRun): Promise<SpeechSegment[]> {
	const { outDir, signal, targetMs = 10_000, maxMs = 60_000 } = run;
	const levels = await readLevels(pcmFile);
	const quietest = (fromMs: number, toMs: number) => quietestMoment(levels, fromMs, toMs);
	const durationMs = pcmDurationMs((await stat(pcmFile)).size);
	const pieces = planSegments(findSilences(levels), durationMs, targetMs).flatMap((stretch) =>
		splitLong(stretch, maxMs, quietest),
	);
	const segments: SpeechSegment[] = [];
	const handle = await open(pcmFile, "r");
	try {
		for (const piece of pieces) {
			signal?.throwIfAborted();
			const name = `speech-${String(segments.length + 1).padStart(5, "0")}.wav`;
			await writeWav(join(outDir, name), await readPcm(handle, piece));
			segments.push({ file: join(outDir, name), ...piece });
		}
	} finally {
		await handle.close();
	}
	return segments;
}

function asDiskFull(error: unknown): unknown {
	const code = (error as NodeJS.ErrnoException | undefined)?.code;
	if (code !== "ENOSPC" && code !== "EDQUOT") return error;
	return new AppError("DISK_FULL", "There is no space left for the video's sound.", {
		cause: error,
	});
}
