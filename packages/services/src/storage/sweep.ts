import { newId } from "@nuclom/core";
import { objectDeletions, uploads, videoArtifacts } from "@nuclom/db/schema";
import type { ListedObject, ObjectStorage } from "@nuclom/storage";
import { and, eq, inArray } from "drizzle-orm";
import type { ServiceDeps } from "../shared/context.ts";
import { type Found, matchByKey } from "./match-by-key.ts";

export interface SweepOptions {
	/** Only tells what would be done. */
	readonly isDryRun: boolean;
	/** Younger objects may still get their row. Default 48 hours: longer than any job, upload part or backup runs. */
	readonly graceMs?: number;
	readonly signal?: AbortSignal;
	readonly onProgress?: (scanned: { readonly objects: number; readonly rows: number }) => void;
}

/** What a sweep found, in both directions. */
export interface SweepReport {
	readonly objects: number;
	readonly rows: number;
	readonly bytes: number;
	/** Objects that no row names: now (or in a dry run, not yet) among the deletions. */
	readonly orphans: { readonly count: number; readonly bytes: number; readonly keys: string[] };
	/** Objects without a row that are too young to be judged. */
	readonly young: number;
	/** Rows whose object is not there: what they stood for cannot be played. */
	readonly missing: { readonly count: number; readonly keys: string[] };
	/** Objects of another size than their row says. */
	readonly mismatched: { readonly count: number; readonly keys: string[] };
}

interface ArtifactEntry {
	readonly key: string;
	readonly sizeBytes: number;
}

const prefix = "videos/";
const defaultGraceMs = 48 * 3_600_000;
/** As many keys of each kind are named in a report. */
const mostNamed = 100;
const batchSize = 500;

async function* listObjects(storage: ObjectStorage): AsyncGenerator<ListedObject> {
	let cursor: string | null = null;
	do {
		const page: Awaited<ReturnType<ObjectStorage["list"]>> = await storage.list({ prefix, cursor });
		yield* page.objects;
		cursor = page.cursor;
	} while (cursor !== null);
}

/** In the order of bytes, as stores list; by a cursor, because it may be millions. */
async function* listArtifacts({ database }: ServiceDeps): AsyncGenerator<ArtifactEntry> {
	const sql = database.drizzle.$client;
	const pages = sql<Array<{ key: string; size_bytes: string }>>`
		select key, size_bytes from video_artifacts order by key collate "C"`.cursor(1000);
	for await (const rows of pages) {
		for (const row of rows) yield { key: row.key, sizeBytes: Number(row.size_bytes) };
	}
}

/** Those of the keys that something still stands for: a row made meanwhile, an upload, a planned deletion. */
async function keysInUse({ database }: ServiceDeps, keys: readonly string[]): Promise<Set<string>> {
	const { drizzle } = database;
	const artifacts = drizzle.select({ key: videoArtifacts.key }).from(videoArtifacts);
	const open = drizzle.select({ key: uploads.key }).from(uploads);
	const planned = drizzle.select({ key: objectDeletions.key }).from(objectDeletions);
	const found = await Promise.all([
		artifacts.where(inArray(videoArtifacts.key, [...keys])),
		open.where(and(inArray(uploads.key, [...keys]), eq(uploads.status, "open"))),
		planned.where(inArray(objectDeletions.key, [...keys])),
	]);
	return new Set(found.flat().map(({ key }) => key));
}

/** The organization in `videos/{organizationId}/…`. */
const organizationOf = (key: string) => key.split("/")[1] ?? "";

class Sweep {
	objects = 0;
	rows = 0;
	bytes = 0;
	young = 0;
	readonly orphans = { count: 0, bytes: 0, keys: [] as string[] };
	readonly missing = { count: 0, keys: [] as string[] };
	readonly mismatched = { count: 0, keys: [] as string[] };
	private suspects: ListedObject[] = [];
	private readonly deps: ServiceDeps;
	private readonly options: SweepOptions;
	private readonly judgedBeforeMs: number;

	constructor(deps: ServiceDeps, options: SweepOptions) {
		this.deps = deps;
		this.options = options;
		this.judgedBeforeMs = deps.clock.now().getTime() - (options.graceMs ?? defaultGraceMs);
	}

	async take({ object, row }: Found<ListedObject, ArtifactEntry>): Promise<void> {
		if (object) {
			this.objects += 1;
			this.bytes += object.sizeBytes;
		}
		if (row) this.rows += 1;
		if (object && row && object.sizeBytes !== row.sizeBytes) note(this.mismatched, object.key);
		if (object && !row) await this.suspect(object);
		if (row && !object && !(await this.deps.storage.head(row.key))) {
			const isStillNamed = (await keysInUse(this.deps, [row.key])).has(row.key);
			if (isStillNamed) note(this.missing, row.key);
		}
	}

	private async suspect(object: ListedObject): Promise<void> {
		if (object.lastModified.getTime() > this.judgedBeforeMs) this.young += 1;
		else this.suspects.push(object);
		if (this.suspects.length >= batchSize) await this.judge();
	}

	/** Looks once more at what seemed to have no row, and plans its deletion. */
	async judge(): Promise<void> {
		const suspects = this.suspects;
		this.suspects = [];
		if (suspects.length === 0) return;
		const inUse = await keysInUse(
			this.deps,
			suspects.map(({ key }) => key),
		);
		const orphans = suspects.filter(({ key }) => !inUse.has(key));
		for (const { key, sizeBytes } of orphans) {
			note(this.orphans, key);
			this.orphans.bytes += sizeBytes;
		}
		if (this.options.isDryRun || orphans.length === 0) return;
		await this.deps.database.drizzle.insert(objectDeletions).values(
			orphans.map(({ key, sizeBytes }) => ({
				...{ id: newId(), organizationId: organizationOf(key), key, sizeBytes },
			})),
		);
	}

	report(): SweepReport {
		const { objects, rows, bytes, young, orphans, missing, mismatched } = this;
		return { objects, rows, bytes, young, orphans, missing, mismatched };
	}
}

function note(found: { count: number; keys: string[] }, key: string): void {
	found.count += 1;
	if (found.keys.length < mostNamed) found.keys.push(key);
}

/**
 * Compares the whole store with the whole database: objects without rows are planned for deletion, rows without
 * objects are told. Reads both in the order of keys, so it needs no memory for either.
 */
export async function sweepStorage(deps: ServiceDeps, options: SweepOptions): Promise<SweepReport> {
	const sweep = new Sweep(deps, options);
	const pairs = matchByKey(listObjects(deps.storage), listArtifacts(deps));
	for await (const found of pairs) {
		options.signal?.throwIfAborted();
		await sweep.take(found);
		const scanned = { objects: sweep.objects, rows: sweep.rows };
		if ((scanned.objects + scanned.rows) % 1000 === 0) options.onProgress?.(scanned);
	}
	await sweep.judge();
	return sweep.report();
}
