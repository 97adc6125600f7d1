import type { PlayableAction } from "../src/index.ts";
/** One input that people upload, and what must become of it. */
export interface Row {
    readonly name: string;
    readonly args: readonly string[];
    readonly action: PlayableAction;
    /** What the source is taken for. */
    readonly source?: Record<string, unknown>;
    /** What the result's video must be, beside whole. */
    readonly result?: Record<string, unknown>;
    readonly channels?: number;
    readonly frames?: number;
}
/** Containers × codecs × oddities, a second each. */
export declare const rows: readonly Row[];
