import { type FileLayout, type ReadAt } from "./file-layout.ts";
/** Walks the top-level boxes: what there is, in which order, and whether the last one is whole. */
export declare function readMp4Layout(readAt: ReadAt, size: number): Promise<FileLayout>;
