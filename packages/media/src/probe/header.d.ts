import { type Tools } from "../tools/run-tool.ts";
/** ffprobe's JSON, as far as it is asked for; every field may be missing. */
export interface HeaderStream {
    readonly index: number;
    readonly codec_type?: string;
    readonly codec_name?: string;
    readonly codec_tag_string?: string;
    readonly profile?: string;
    readonly pix_fmt?: string;
    readonly width?: number;
    readonly height?: number;
    readonly sample_aspect_ratio?: string;
    readonly field_order?: string;
    readonly color_transfer?: string;
    readonly r_frame_rate?: string;
    readonly avg_frame_rate?: string;
    readonly time_base?: string;
    readonly nb_frames?: string;
    readonly channels?: number;
    readonly sample_rate?: string;
    readonly disposition?: Readonly<Record<string, number>>;
    readonly tags?: Readonly<Record<string, string>>;
    readonly side_data_list?: ReadonlyArray<{
        readonly displaymatrix?: string;
        readonly rotation?: number;
    }>;
}
export interface Header {
    readonly formatName: string;
    /** As the container claims it; undefined where it does not say. */
    readonly claimedDurationMs: number | undefined;
    readonly streams: readonly HeaderStream[];
}
/**
 * Reads the container's description and the first frames.
 * @throws MEDIA_NOT_A_VIDEO or MEDIA_UNSUPPORTED: whatever ffprobe has to say about a file that
 * it refuses, the first bytes say it better
 */
export declare function readHeader(tools: Tools, file: string, signal: AbortSignal | undefined): Promise<Header>;
/** @throws MEDIA_LIMIT_EXCEEDED before anything costly is done */
export declare function checkHeader(header: Header, limits: Tools["limits"]): void;
export declare function checkDuration(durationMs: number, limits: Tools["limits"]): void;
