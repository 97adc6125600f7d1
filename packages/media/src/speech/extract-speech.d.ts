import type { MediaAudio, MediaProbe } from "../media-probe.ts";
import { type Tools } from "../tools/run-tool.ts";
import { type Stretch } from "./plan-segments.ts";
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
export declare function extractSpeech(tools: Tools, run: SpeechRun): Promise<SpeechSegment[]>;
export {};
