/**
 * Cuts chunks into lines. A line longer than 64 KiB is handed over in pieces, so that a hostile
 * file cannot fill memory with one. `end()` hands over a last line without a line feed.
 */
export declare function lineReader(onLine: (line: string) => void): {
    write: (chunk: Buffer) => void;
    end: () => void;
};
/** Keeps only the last lines of a stream that may be endless. */
export declare function tail(maxLines: number): {
    add(line: string): void;
    text: () => string;
};
