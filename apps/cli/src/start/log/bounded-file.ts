import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** A file that is appended to by one process, and never takes more than twice its limit. */
export interface BoundedFile {
	/** @throws {Error} the system's own, when the disk is full say; a later call tries again */
	append(text: string): void;
	close(): void;
}

interface OpenFile {
	readonly descriptor: number;
	sizeBytes: number;
}

function open(path: string): OpenFile {
	mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
	const descriptor = openSync(path, "a", 0o600);
	return { descriptor, sizeBytes: fstatSync(descriptor).size };
}

/** Opened by the first text. A full file becomes `<path>.1`, in place of the one before. */
export function boundedFile(path: string, limitBytes: number): BoundedFile {
	let file: OpenFile | undefined;
	const close = () => {
		if (file) closeSync(file.descriptor);
		file = undefined;
	};
	const turnOver = () => {
		close();
		renameSync(path, `${path}.1`);
	};
	return {
		append(text) {
			const bytes = Buffer.from(text);
			file ??= open(path);
			if (file.sizeBytes > 0 && file.sizeBytes + bytes.length > limitBytes) turnOver();
			file ??= open(path);
			file.sizeBytes += writeSync(file.descriptor, bytes);
		},
		close,
	};
}
