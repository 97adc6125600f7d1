import type { MediaLimits } from "../limits.ts";
import type { MediaProbe } from "../media-probe.ts";
import type { Recipe } from "./recipe.ts";
interface PlayableJob {
    readonly file: string;
    readonly outFile: string;
    readonly probe: MediaProbe;
    readonly recipe: Recipe;
    readonly limits: MediaLimits;
}
/** ffmpeg's arguments for one fast-start MP4 with one picture and at most one sound. */
export declare function playableArgs(job: PlayableJob): string[];
/** The most that a result can honestly weigh: what is copied, or what the encoder may spend. */
export declare function maxPlayableBytes(probe: MediaProbe, { encodesVideo }: Recipe, limits: MediaLimits): number;
export {};
