import { constants } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileMode } from "../../disk/folders.ts";

const journalName = "parts.log";

/** A part that is wholly on the disk. */
export interface PartEntry {
	readonly partNumber: number;
	readonly sizeBytes: number;
	/** The MD5 in hex. */
	readonly etag: string;
	/** The file that holds it: `data`, at the part's place, or a spare one. */
	readonly file: string;
}

export async function createJournal(folder: string): Promise<void> {
	const handle = await open(join(folder, journalName), "wx", fileMode);
	await handle.close();
}

/**
 * Records a part. One appended line of some 100 bytes: it is there whole or not at all. The file is never created
 * here, so that a part cannot be recorded in an upload that is sealed or gone.
 */
export async function appendPart(folder: string, entry: PartEntry): Promise<void> {
	const handle = await open(join(folder, journalName), constants.O_WRONLY | constants.O_APPEND);
	try {
		// The line break comes first too: a line that a crash cut short spoils no other.
		await handle.appendFile(`\n${JSON.stringify(entry)}\n`);
		await handle.datasync();
	} finally {
		await handle.close();
	}
}

function parseLine(line: string): PartEntry | null {
	try {
		return line === "" ? null : JSON.parse(line);
	} catch {
		// Cut short by a crash: that part was never acknowledged.
		return null;
	}
}

/** Every line, in the order of writing. */
export async function readJournal(folder: string): Promise<PartEntry[]> {
	const text = await readFile(join(folder, journalName), "utf8");
	return text
		.split("\n")
		.map(parseLine)
		.filter((entry) => entry !== null);
}

/** The parts that count, by number: a part that was sent again replaces the former one. */
export function latestParts(journal: readonly PartEntry[]): PartEntry[] {
	const byNumber = new Map(journal.map((entry) => [entry.partNumber, entry]));
	return [...byNumber.values()].sort((a, b) => a.partNumber - b.partNumber);
}
