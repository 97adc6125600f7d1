import { AppError } from "@nuclom/core";
import type { FileLayout } from "../layout/file-layout.ts";
import type { Tools } from "../tools/run-tool.ts";
import type { HeaderStream } from "./header.ts";
import { type StreamPackets } from "./scan-packets.ts";
export declare function truncatedError(message: string, cause?: unknown): AppError;
/** A video whose header is there, and whose pictures are not. */
export declare function noFrames(layout: FileLayout): AppError;
interface Facts {
    readonly tools: Tools;
    readonly file: string;
    readonly layout: FileLayout;
    readonly video: HeaderStream;
    readonly shown: StreamPackets;
    readonly scan: {
        readonly streams: readonly HeaderStream[];
        readonly sizeBytes: number;
        readonly signal: AbortSignal | undefined;
    };
}
/**
 * Why a part seems to be missing. An MP4 or AVI lists its frames, so the list is compared with what
 * is there; elsewhere a block that goes on behind the end of the file tells it. A recording that
 * was stopped hard (unknown sizes throughout) is complete as far as it goes.
 */
export declare function truncatedHint(facts: Facts): Promise<string | undefined>;
export {};
