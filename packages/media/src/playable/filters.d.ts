import type { MediaVideo } from "../media-probe.ts";
import type { Size } from "./size.ts";
/**
 * The filters from any decoded picture to an ordinary screen's: one field order, square pixels,
 * the given size, standard dynamic range, limited range. Rotation needs none: ffmpeg turns the
 * picture before the first filter.
 */
export declare function screenFilters(video: MediaVideo, size: Size): string[];
/** RGB has no matrix of its own, and swscale would take that of standard definition. */
export declare function isRgb(video: MediaVideo): boolean;
