import type { FileHandle } from "node:fs/promises";
export declare const sampleRate = 16000;
/** Signed 16-bit little-endian mono at 16 kHz, as speech recognizers take it. */
export declare function pcmDurationMs(sizeBytes: number): number;
/** The samples of a stretch. */
export declare function readPcm(handle: FileHandle, { startMs, endMs }: {
    startMs: number;
    endMs: number;
}): Promise<Buffer>;
/** Writes samples with the 44 bytes of a RIFF WAVE header in front. */
export declare function writeWav(path: string, pcm: Buffer): Promise<void>;
