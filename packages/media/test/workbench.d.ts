import { type CreateMediaOptions } from "../src/index.ts";
/**
 * The programs that npm carries, where it carries them (Linux on x64); else those that are
 * installed. They start ten times as fast as Debian's, which load 200 libraries.
 */
export declare function carriedTools(): Promise<Partial<CreateMediaOptions>>;
/** A temporary folder, a Media that works in it, and the ffmpeg that it found to make inputs with. */
export declare function openWorkbench(options?: Partial<CreateMediaOptions>): Promise<{
    dir: string;
    media: import("../src/media.ts").Media;
    tools: import("../src/media.ts").MediaCheck;
    path: (name: string) => string;
    /** Runs ffmpeg as a person would, to make an input; returns the file that it wrote. */
    make: (name: string, ...args: string[]) => Promise<string>;
    /** Decodes everything; what ffmpeg complains about. */
    complaints: (file: string) => Promise<string>;
    /** The mean color of a part of the picture, as [red, green, blue]. */
    color: (file: string, crop: string) => Promise<number[]>;
    write: (name: string, content: string | Uint8Array) => Promise<string>;
    /** A copy of a file, changed in its bytes. */
    change: (source: string, name: string, edit: (bytes: Buffer) => Buffer) => Promise<string>;
    exists: (file: string) => Promise<boolean>;
    close: () => Promise<void>;
}>;
export type Workbench = Awaited<ReturnType<typeof openWorkbench>>;
/** A moving test picture. */
export declare function picture(options?: {
    seconds?: number;
    rate?: string;
    size?: string;
    source?: string;
}): string[];
export declare function tone(seconds?: number, layout?: string): string[];
export declare const h264: string[];
/** With B-frames, as cameras and editors write it. */
export declare const h264WithB: string[];
export declare const aac: string[];
export declare const front: string[];
/** Rewrites the display matrix of an MP4's first track (ISO 14496-12, tkhd, version 0). */
export declare function withMatrix(bytes: Buffer, [a, b, c, d]: [number, number, number, number]): Buffer;
