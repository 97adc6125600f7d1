import { type FileLayout, type ReadAt } from "./file-layout.ts";
/** Walks the children of the segment: whether it has duration and cues, and is whole. */
export declare function readMatroskaLayout(readAt: ReadAt, size: number): Promise<FileLayout>;
