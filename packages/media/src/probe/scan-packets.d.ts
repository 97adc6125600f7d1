import { type Tools } from "../tools/run-tool.ts";
import type { HeaderStream } from "./header.ts";
/** The packets of one stream, in the stream's own time base. */
export interface StreamPackets {
    /** Presentation times of the frames that are shown, in the order of the file; of video only. */
    readonly times: number[];
    /** Smallest time; infinite where nothing is shown or heard. */
    first: number;
    /** As often as packets there are, shown or not. */
    total: number;
    /** Packets without a presentation time; their decoding time stands in. */
    withoutTime: number;
    /** Largest time + duration. */
    end: number;
    /** Of the last packet in presentation order; 0 where the container does not say. */
    lastDuration: number;
}
interface ScanOptions {
    readonly streams: readonly HeaderStream[];
    /** Reads what an edit list hides, too. */
    readonly ignoreEditList?: boolean;
    readonly sizeBytes: number;
    readonly signal: AbortSignal | undefined;
}
/**
 * Reads every packet's times, without decoding. The only honest source for frame count,
 * duration and frame times: headers claim, WebM recordings do not even claim.
 * @returns by stream index, for the streams asked for
 * @throws MEDIA_LIMIT_EXCEEDED when there are more frames, or later ones, than are taken
 */
export declare function scanPackets(tools: Tools, file: string, options: ScanOptions): Promise<ReadonlyMap<number, StreamPackets>>;
export {};
