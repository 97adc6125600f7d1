import type { MediaProbe } from "../media-probe.ts";
/** What one run of ffmpeg does with each stream. */
export interface Recipe {
    readonly encodesVideo: boolean;
    readonly encodesAudio: boolean;
}
/** Encodes only what has to be; a WebM that is fit to be served becomes an MP4 all the same. */
export declare function recipeFor(probe: MediaProbe): Recipe;
/** What is left when a copy did not work out. */
export declare const encodeAll: Recipe;
