import type { MediaVideo } from "../media-probe.ts";
export interface Size {
    readonly width: number;
    readonly height: number;
}
/** Fits a picture into a longest short side, never enlarging it; both sides even, as 4:2:0 wants. */
export declare function fitShortSide(video: Pick<MediaVideo, "width" | "height">, shortSide: number): Size;
/** Fits a picture into a longest width, never enlarging it. */
export declare function fitWidth(video: Pick<MediaVideo, "width" | "height">, maxWidth: number): Size;
