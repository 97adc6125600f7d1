import type { Rational } from "../media-probe.ts";
import type { HeaderStream } from "./header.ts";
export interface Geometry {
    readonly width: number;
    readonly height: number;
    readonly codedWidth: number;
    readonly codedHeight: number;
    readonly rotation: number;
    readonly isMirrored: boolean;
    readonly sampleAspectRatio: Rational;
}
/** The picture as shown: stretched to square pixels (one side grows, none shrinks), then turned. */
export declare function readGeometry(stream: HeaderStream): Geometry;
