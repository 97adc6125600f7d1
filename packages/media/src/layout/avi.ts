import { type FileLayout, otherLayout } from "./file-layout.ts";

/** RIFF says its length in front; recorders that crashed leave 0 or all ones, which say nothing. */
export function readAviLayout(head: Buffer, size: number): FileLayout {
	if (head.length < 12 || !head.toString("latin1", 8, 12).startsWith("AVI")) return otherLayout;
	const length = head.readUInt32LE(4);
	const isKnown = length !== 0 && length !== 0xffffffff;
	return { ...otherLayout, family: "avi", endsInsideBlock: isKnown && length + 8 > size };
}
