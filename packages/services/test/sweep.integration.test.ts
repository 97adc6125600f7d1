import { randomBytes } from "node:crypto";
import { newId } from "@nuclom/core";
import { objectDeletions, videoArtifacts } from "@nuclom/db/schema";
import { videoKeys } from "@nuclom/storage";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as verbs from "../src/index.ts";
import { sendParts } from "./upload.ts";
import { createWorld, type World } from "./world.ts";

const dayMs = 86_400_000;
let world: World;
let organizationId: string;
let sourceKey: string;

beforeAll(async () => {
	world = await createWorld();
	const team = await world.organization();
	organizationId = team.organizationId;
	const input = { organizationId, fileName: "clip.mp4", sizeBytes: 1000 };
	const upload = await verbs.createUpload({ ctx: team.member, input });
	const parts = await sendParts(team.member, upload, randomBytes(1000));
	const { uploadId } = upload;
	await verbs.completeUpload({ ctx: team.member, input: { organizationId, uploadId, parts } });
	const [row] = await world.deps.database.drizzle.select().from(videoArtifacts);
	sourceKey = row?.key ?? "";
});
afterAll(() => world.close());

async function putOrphan(): Promise<string> {
	const ids = { organizationId, videoId: newId(), versionId: newId() };
	const key = videoKeys(ids).poster(newId(), "jpg");
	await world.deps.storage.put(key, Buffer.from("orphan"), {
		contentType: "image/jpeg",
		sizeBytes: 6,
	});
	return key;
}

/** As of a time from now, since the age of an object counts. */
const sweep = (
	options: Partial<Parameters<typeof verbs.sweepStorage>[1]> = {},
	inMs = 3 * dayMs,
) => {
	const clock = { now: () => new Date(Date.now() + inMs) };
	return verbs.sweepStorage({ ...world.deps, clock }, { isDryRun: false, ...options });
};
const planned = () => world.deps.database.drizzle.select().from(objectDeletions);

it("finds nothing where rows and objects agree", async () => {
	expect(await sweep()).toEqual({
		...{ objects: 1, rows: 1, bytes: 1000, young: 0 },
		orphans: { count: 0, bytes: 0, keys: [] },
		missing: { count: 0, keys: [] },
		mismatched: { count: 0, keys: [] },
	});
});

it("plans the deletion of objects without rows, once they are old enough, and only when told to", async () => {
	const keys = [await putOrphan(), await putOrphan()].sort();
	expect(await sweep({}, dayMs)).toMatchObject({ young: 2, orphans: { count: 0 } });
	const orphans = { count: 2, bytes: 12, keys };
	expect(await sweep({ isDryRun: true })).toMatchObject({ orphans });
	expect(await planned()).toEqual([]);
	expect(await sweep()).toMatchObject({ orphans });
	expect((await planned()).map(({ key }) => key).sort()).toEqual(keys);
	expect(await sweep()).toMatchObject({ orphans: { count: 0 } });
	const ctx = { deps: world.deps, userId: null };
	await verbs.deleteObjects(ctx, new AbortController().signal);
	expect(await sweep()).toMatchObject({ objects: 1, rows: 1 });
});

it("leaves an object alone whose row comes while it looks", async () => {
	const key = await putOrphan();
	const { storage, database } = world.deps;
	const [row] = await database.drizzle.select().from(videoArtifacts);
	const late = {
		...storage,
		list: async (options: Parameters<typeof storage.list>[0]) => {
			const page = await storage.list(options);
			await database.drizzle.insert(videoArtifacts).values({
				...{
					id: newId(),
					organizationId,
					versionId: row?.versionId ?? "",
					kind: "poster" as const,
				},
				...{ key, contentType: "image/jpeg", sizeBytes: 6, createdAt: new Date() },
			});
			return page;
		},
	};
	const clock = { now: () => new Date(Date.now() + 3 * dayMs) };
	const deps = { ...world.deps, storage: late, clock };
	const report = await verbs.sweepStorage(deps, { isDryRun: false });
	expect(report.orphans.count).toBe(0);
	expect(await planned()).toEqual([]);
	await database.drizzle.delete(videoArtifacts).where(eq(videoArtifacts.key, key));
});

it("tells rows whose object is gone, or is of another size", async () => {
	const { storage, database } = world.deps;
	await database.drizzle.delete(objectDeletions);
	await database.drizzle
		.update(videoArtifacts)
		.set({ sizeBytes: 999 })
		.where(eq(videoArtifacts.key, sourceKey));
	expect(await sweep({ isDryRun: true })).toMatchObject({
		mismatched: { count: 1, keys: [sourceKey] },
	});
	await storage.delete([sourceKey]);
	expect(await sweep({ isDryRun: true })).toMatchObject({
		missing: { count: 1, keys: [sourceKey] },
	});
});
