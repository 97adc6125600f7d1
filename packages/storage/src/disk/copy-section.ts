import type { FileHandle } from "node:fs/promises";

const bufferBytes = 1024 * 1024;

export interface CopySection {
	readonly from: FileHandle;
	readonly fromStart: number;
	readonly to: FileHandle;
	readonly toStart: number;
	readonly sizeBytes: number;
}

/** Copies a part of one open file into another, in bounded memory. */
export async function copySection(section: CopySection): Promise<void> {
	const { from, fromStart, to, toStart, sizeBytes } = section;
	const buffer = Buffer.allocUnsafeSlow(Math.min(bufferBytes, sizeBytes));
	for (let done = 0; done < sizeBytes; ) {
		const want = Math.min(buffer.length, sizeBytes - done);
		const { bytesRead } = await from.read(buffer, 0, want, fromStart + done);
		if (bytesRead === 0) throw new Error("A stored part ended early.");
		for (let written = 0; written < bytesRead; ) {
			const at = toStart + done + written;
			written += (await to.write(buffer, written, bytesRead - written, at)).bytesWritten;
		}
		done += bytesRead;
	}
}
