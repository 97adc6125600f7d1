import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { setKeptFlag } from "./kept-flag.ts";

/** What this browser knows of an upload that it began, so that it can go on another day. */
export interface KeptUpload {
	readonly uploadId: string;
	readonly videoId: string;
	readonly organizationId: string;
	readonly partSizeBytes: number;
	readonly partCount: number;
	/** ISO 8601; the server gives it up then. */
	readonly expiresAt: string;
	readonly fileName: string;
	readonly sizeBytes: number;
	/** Milliseconds since 1970, as the file system has it. */
	readonly lastModifiedMs: number;
	/** Null where none could be computed. */
	readonly fingerprint: string | null;
	/** Bytes of the parts that arrived whole. */
	readonly sentBytes: number;
	/** Chromium's way back to the file on disk, where it gave one. */
	readonly handle?: FileSystemFileHandle | undefined;
}

export interface KeptUploads {
	readonly list: (organizationId: string) => Promise<readonly KeptUpload[]>;
	readonly put: (upload: KeptUpload) => Promise<void>;
	readonly setSentBytes: (uploadId: string, sentBytes: number) => Promise<void>;
	readonly remove: (uploadId: string) => Promise<void>;
}

interface Schema extends DBSchema {
	uploads: { key: string; value: KeptUpload };
}

/** In IndexedDB. A browser that keeps nothing, as in some private windows, uploads all the same. */
export function createKeptUploads(): KeptUploads {
	let opening: Promise<IDBPDatabase<Schema> | null> | undefined;
	const open = () => {
		opening ??= openDB<Schema>("nuclom-uploads", 1, {
			upgrade: (database) => void database.createObjectStore("uploads", { keyPath: "uploadId" }),
			// A newer version of the app in another tab waits for this one.
			blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
		}).catch(() => null);
		return opening;
	};
	const attempt = async <T>(task: (database: IDBPDatabase<Schema>) => Promise<T>, none: T) => {
		const database = await open();
		return database ? task(database).catch(() => none) : none;
	};
	return {
		list: (organizationId) =>
			attempt(async (database) => {
				const all = await database.getAll("uploads");
				return all.filter((upload) => upload.organizationId === organizationId);
			}, []),
		put: (upload) =>
			attempt(async (database) => {
				await database.put("uploads", upload);
				setKeptFlag(true);
			}, undefined),
		setSentBytes: (uploadId, sentBytes) =>
			attempt(async (database) => {
				const { store, done } = database.transaction("uploads", "readwrite");
				const upload = await store.get(uploadId);
				if (upload) await store.put({ ...upload, sentBytes });
				await done;
			}, undefined),
		remove: (uploadId) =>
			attempt(async (database) => {
				await database.delete("uploads", uploadId);
				if ((await database.count("uploads")) === 0) setKeptFlag(false);
			}, undefined),
	};
}
