import type { MediaProbe } from "../media-probe.ts";
import { type Size } from "../playable/size.ts";
import { type Tools } from "../tools/run-tool.ts";
export interface MakePosterOptions {
    /** The frame on the screen at this time; without it a good one is looked for. */
    readonly atMs?: number;
    /** In pixels; a smaller picture is not enlarged. */
    readonly maxWidth: number;
    readonly signal?: AbortSignal;
}
export interface Poster extends Size {
    /** When the frame is shown, from the start of the video. */
    readonly atMs: number;
}
interface PosterRun extends MakePosterOptions {
    readonly file: string;
    readonly outFile: string;
    readonly probe: MediaProbe;
}
/** Writes one still as JPEG or WebP. */
export declare function makePoster(tools: Tools, run: PosterRun): Promise<Poster>;
export {};
