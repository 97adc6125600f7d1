import type { MediaProbe } from "../media-probe.ts";
import { type Tools } from "../tools/run-tool.ts";
import { type FrameSeek } from "./frame-seek.ts";
interface ChooseOptions {
    readonly file: string;
    readonly probe: MediaProbe;
    readonly signal: AbortSignal | undefined;
}
/**
 * A good frame, the first one met. Keyframes along the video are tried, which costs one decoded
 * frame each; where all of them are poor (black, flat, fading), exact places are tried too.
 */
export declare function chooseFrame(tools: Tools, options: ChooseOptions): Promise<FrameSeek>;
export {};
