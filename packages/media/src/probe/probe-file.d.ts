import type { MediaProbe } from "../media-probe.ts";
import type { Tools } from "../tools/run-tool.ts";
/**
 * What a file is: description from the header, everything that counts from its packets.
 * Reads the whole file once, decodes next to nothing.
 * @throws MEDIA_NOT_A_VIDEO, MEDIA_UNSUPPORTED, MEDIA_LIMIT_EXCEEDED, and MEDIA_TRUNCATED where
 * the index itself is missing, each with a sentence for the person who uploaded it
 */
export declare function probeFile(tools: Tools, file: string, signal: AbortSignal | undefined): Promise<MediaProbe>;
