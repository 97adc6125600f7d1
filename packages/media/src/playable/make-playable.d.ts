import { type Logger } from "@nuclom/core";
import type { MediaProbe } from "../media-probe.ts";
import { type Tools } from "../tools/run-tool.ts";
export interface MakePlayableOptions {
    /** Called with 0 to 1, rising; 1 comes only after the result was verified. */
    readonly onProgress?: (ratio: number) => void;
    readonly signal?: AbortSignal;
}
interface PlayableRun extends MakePlayableOptions {
    readonly file: string;
    readonly outFile: string;
    readonly probe: MediaProbe;
    readonly logger: Logger;
}
/** Copies what can be copied, verifies, and encodes only where that is not enough. */
export declare function makePlayable(tools: Tools, run: PlayableRun): Promise<MediaProbe>;
export {};
