/** What the bytes say about the container, without decoding anything. */
export interface FileLayout {
    readonly family: "mp4" | "matroska" | "avi" | "other";
    /** MP4's major brand ("isom", "qt  ") or Matroska's DocType ("webm"). */
    readonly brand: string | undefined;
    /** The index that playing and seeking need is there, in front where that matters. */
    readonly fastStart: boolean;
    /** MP4 in fragments (moof): its header cannot say how much there should be. */
    readonly isFragmented: boolean;
    /** The index without which nothing can be read is missing. */
    readonly isIndexMissing: boolean;
    /** A block says that it goes on behind the end of the file. */
    readonly endsInsideBlock: boolean;
}
export declare const otherLayout: FileLayout;
/** Reads a few bytes of a file; fewer than asked for at its end. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>;
/** Looks at the outermost blocks only: a few small reads, bounded in number. */
export declare function readFileLayout(path: string): Promise<FileLayout>;
