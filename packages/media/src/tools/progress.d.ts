/**
 * Reads ffmpeg's `-progress` lines and reports the share that is done, rising.
 * @returns a taker of lines
 */
export declare function readProgress(durationMs: number, onProgress: (ratio: number) => void): (line: string) => void;
