import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { isMissing } from "../disk/errors.ts";
import type { Layout } from "./layout.ts";
import { type ObjectRecord, readRecord } from "./record.ts";

/** A player asks for the next range within moments; another process's deletion is seen after this at the latest. */
const keptMs = 2_000;
const mostKept = 64;

export interface OpenObject {
	readonly record: ObjectRecord;
	readonly handle: FileHandle;
	/** To be called once when the reader is done. */
	release(): Promise<void>;
}

interface Entry {
	readonly record: ObjectRecord;
	readonly handle: FileHandle;
	readers: number;
	isKept: boolean;
}

/** Opens an object; between record and bytes it may be replaced, then the new one is opened. */
export async function openObject(
	layout: Layout,
	key: string,
): Promise<{ record: ObjectRecord; handle: FileHandle } | null> {
	for (let attempt = 1; ; attempt++) {
		const record = await readRecord(layout, key);
		if (!record) return null;
		try {
			const handle = await open(join(layout.objectFolder(key), record.blob), "r");
			return { record, handle };
		} catch (error) {
			if (!isMissing(error) || attempt === 5) throw error;
		}
	}
}

export interface OpenObjects {
	/** Null when there is no such object. */
	acquire(key: string): Promise<OpenObject | null>;
	/** Forgets an object that was replaced or deleted; readers at work go on. */
	forget(key: string): void;
	close(): Promise<void>;
}

/**
 * Keeps objects open for a moment between reads, as nginx's `open_file_cache` does: opening costs more than reading
 * one range. Bytes never change under a record, so an open object stays true.
 */
export function createOpenObjects(layout: Layout): OpenObjects {
	const kept = new Map<string, Entry>();
	const closing = new Set<Promise<void>>();

	async function closeIfUnused(entry: Entry): Promise<void> {
		if (entry.readers > 0 || entry.isKept) return;
		const closed = entry.handle.close();
		closing.add(closed);
		await closed.finally(() => closing.delete(closed));
	}

	async function drop(key: string, entry: Entry): Promise<void> {
		if (kept.get(key) === entry) kept.delete(key);
		if (!entry.isKept) return;
		entry.isKept = false;
		await closeIfUnused(entry);
	}

	function keep(key: string, entry: Entry): void {
		if (kept.has(key) || kept.size >= mostKept) return;
		entry.isKept = true;
		kept.set(key, entry);
		setTimeout(() => void drop(key, entry), keptMs).unref();
	}

	function lend(entry: Entry): OpenObject {
		entry.readers++;
		let isReleased = false;
		const release = async () => {
			if (isReleased) return;
			isReleased = true;
			entry.readers--;
			await closeIfUnused(entry);
		};
		return { record: entry.record, handle: entry.handle, release };
	}

	return {
		async acquire(key) {
			const known = kept.get(key);
			if (known) return lend(known);
			const opened = await openObject(layout, key);
			if (!opened) return null;
			const entry: Entry = { ...opened, readers: 0, isKept: false };
			keep(key, entry);
			return lend(entry);
		},
		forget(key) {
			const entry = kept.get(key);
			if (entry) void drop(key, entry);
		},
		async close() {
			await Promise.all([...kept].map(([key, entry]) => drop(key, entry)));
			await Promise.all(closing);
		},
	};
}
