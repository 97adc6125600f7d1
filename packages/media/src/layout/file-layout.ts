import { type FileHandle, open } from "node:fs/promises";
import { readAviLayout } from "./avi.ts";
import { readMatroskaLayout } from "./matroska.ts";
import { readMp4Layout } from "./mp4.ts";

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

export const otherLayout: FileLayout = {
	family: "other",
	brand: undefined,
	fastStart: false,
	isFragmented: false,
	isIndexMissing: false,
	endsInsideBlock: false,
};

/** Reads a few bytes of a file; fewer than asked for at its end. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>;

/** Looks at the outermost blocks only: a few small reads, bounded in number. */
export async function readFileLayout(path: string): Promise<FileLayout> {
	const handle = await open(path, "r");
	try {
		const { size } = await handle.stat();
		const readAt = reader(handle);
		const head = await readAt(0, 12);
		if (head.length < 8) return otherLayout;
		if (head.readUInt32BE(0) === 0x1a45dfa3) return await readMatroskaLayout(readAt, size);
		if (head.toString("latin1", 0, 4) === "RIFF") return readAviLayout(head, size);
		return await readMp4Layout(readAt, size);
	} finally {
		await handle.close();
	}
}

function reader(handle: FileHandle): ReadAt {
	return async (position, length) => {
		const { buffer, bytesRead } = await handle.read({
			buffer: Buffer.alloc(length),
			position,
			length,
		});
		return buffer.subarray(0, bytesRead);
	};
}
