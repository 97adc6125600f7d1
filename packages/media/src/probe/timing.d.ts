import type { Rational } from "../media-probe.ts";
import type { StreamPackets } from "./scan-packets.ts";
export interface VideoTiming {
    /** Presentation times in ticks, ascending, each once. */
    readonly times: readonly number[];
    /** Where the last frame ends, in ticks. */
    readonly end: number;
    readonly frameRate: Rational;
    readonly isVariableFrameRate: boolean;
}
/** What the frames' times tell: the rate, whether it is constant, and where the last frame ends. */
export declare function readVideoTiming(packets: StreamPackets, timeBase: Rational, claims: {
    r_frame_rate?: string;
    avg_frame_rate?: string;
}): VideoTiming;
