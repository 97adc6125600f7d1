import type { MediaProbe } from "../media-probe.ts";
import type { Recipe } from "./recipe.ts";
/**
 * Compares a result with its source. ffmpeg exits 0 also when it stopped half-way.
 * @returns what is missing, as a sentence; undefined when nothing is
 */
export declare function findLoss(source: MediaProbe, result: MediaProbe, recipe: Recipe): string | undefined;
