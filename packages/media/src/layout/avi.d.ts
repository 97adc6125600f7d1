import { type FileLayout } from "./file-layout.ts";
/** RIFF says its length in front; recorders that crashed leave 0 or all ones, which say nothing. */
export declare function readAviLayout(head: Buffer, size: number): FileLayout;
