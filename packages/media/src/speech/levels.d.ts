/** Length of one measured frame. */
export declare const frameMs = 20;
/** Loudness (RMS in dB of full scale) of every 20 ms of a PCM file; four bytes each in memory. */
export declare function readLevels(pcmFile: string): Promise<number[]>;
/** The middle of the quietest tenth of a second between two times. */
export declare function quietestMoment(levels: readonly number[], fromMs: number, toMs: number): number;
