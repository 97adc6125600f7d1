import { randomBytes } from "node:crypto";
import { newId } from "@nuclom/core";
import {
	objectDeletions,
	organizations,
	organizationUsage,
	videoArtifacts,
	videos,
} from "@nuclom/db/schema";
import { eq, sum } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as verbs from "../src/index.ts";
import { sendParts } from "./upload.ts";
import { createWorld, type World } from "./world.ts";

const dayMs = 86_400_000;
let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let organizationId: string;
const never = new AbortController().signal;

beforeAll(async () => {
	world = await createWorld({ storageQuotaBytes: 1_000_000 });
	team = await world.organization();
	organizationId = team.organizationId;
});
afterAll(() => world.close());

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const drizzle = () => world.deps.database.drizzle;

async function addVideo(sizeBytes = 1000, ctx = team.member): Promise<string> {
	const input = { organizationId, fileName: "clip.mp4", sizeBytes, contentType: "video/mp4" };
	const upload = await verbs.createUpload({ ctx, input });
	const parts = await sendParts(ctx, upload, randomBytes(sizeBytes));
	const { uploadId, videoId } = upload;
	await verbs.completeUpload({ ctx, input: { organizationId, uploadId, parts } });
	return videoId;
}

const usage = () => verbs.getStorageUsage({ ctx: team.member, input: { organizationId } });
const clean = (nowMs = 0) => {
	const clock = { now: () => new Date(Date.now() + nowMs) };
	const ctx = { ...team.member, userId: null, deps: { ...world.deps, clock } };
	return verbs.purgeExpired(ctx, never).then(() => verbs.deleteObjects(ctx, never));
};

async function listed(): Promise<{ keys: string[]; bytes: number }> {
	const prefix = `videos/${organizationId}/`;
	const { objects } = await world.deps.storage.list({ prefix });
	const bytes = objects.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
	return { keys: objects.map(({ key }) => key), bytes };
}

describe("a video in the trash", () => {
	it("was moved there by those whom the library offers it", async () => {
		const videoId = await addVideo(1000, team.owner);
		const mayMove = async (ctx: typeof team.member) => {
			const { items } = await verbs.listVideos({ ctx, input: { organizationId } });
			return items.find(({ id }) => id === videoId)?.canEdit;
		};
		expect([await mayMove(team.owner), await mayMove(team.member)]).toEqual([true, false]);
		const input = { organizationId, videoId };
		await expect(verbs.deleteVideo({ ctx: team.member, input })).rejects.toEqual(code("FORBIDDEN"));
		await verbs.deleteVideo({ ctx: team.owner, input });
		await verbs.purgeVideo({ ctx: team.owner, input });
		await clean();
	});

	it("is found by nobody, nor what was said about it, and comes back as it was", async () => {
		const videoId = await addVideo();
		const input = { organizationId, videoId };
		const { member, owner } = team;
		const comment = { ...input, body: "Look", startMs: 0 };
		const { id: commentId } = await verbs.createComment({ ctx: owner, input: comment });
		const before = await verbs.getVideo({ ctx: member, input });
		const { purgedAfter } = await verbs.deleteVideo({ ctx: member, input });
		expect(Date.parse(purgedAfter) - Date.now()).toBeGreaterThan(29.9 * dayMs);
		const asks = [
			verbs.getVideo({ ctx: owner, input }),
			verbs.getDownload({ ctx: owner, input }),
			verbs.listComments({ ctx: owner, input }),
			verbs.createComment({ ctx: owner, input: comment }),
			verbs.deleteVideo({ ctx: owner, input }),
		];
		for (const outcome of await Promise.allSettled(asks)) {
			expect(outcome).toMatchObject({ reason: { code: "VIDEO_NOT_FOUND" } });
		}
		const update = { ...input, commentId, body: "Again" };
		await expect(verbs.updateComment({ ctx: owner, input: update })).rejects.toEqual(
			code("COMMENT_NOT_FOUND"),
		);
		const { items } = await verbs.listVideos({ ctx: owner, input: { organizationId } });
		expect(items.map(({ id }) => id)).not.toContain(videoId);
		const trash = await verbs.listTrash({ ctx: owner, input: { organizationId } });
		expect(trash.items).toMatchObject([
			{
				id: videoId,
				sizeBytes: 1000,
				purgedAfter,
				canEdit: true,
				deletedBy: { id: member.userId },
			},
		]);
		expect(await verbs.restoreVideo({ ctx: member, input })).toMatchObject({
			...before,
			progress: expect.anything(),
		});
		expect((await verbs.listComments({ ctx: owner, input })).items).toMatchObject([
			{ body: "Look" },
		]);
	});

	it("can be deleted and restored by those who may edit it, and by nobody else", async () => {
		const videoId = await addVideo(1000, team.owner);
		const input = { organizationId, videoId };
		const forbidden = code("FORBIDDEN");
		await expect(verbs.deleteVideo({ ctx: team.member, input })).rejects.toEqual(forbidden);
		await verbs.deleteVideo({ ctx: team.owner, input });
		await expect(verbs.restoreVideo({ ctx: team.member, input })).rejects.toEqual(forbidden);
		await expect(verbs.purgeVideo({ ctx: team.member, input })).rejects.toEqual(forbidden);
		const { items } = await verbs.listTrash({ ctx: team.member, input: { organizationId } });
		expect(items.find(({ id }) => id === videoId)).toMatchObject({ canEdit: false });
		await verbs.restoreVideo({ ctx: team.owner, input });
	});

	it("goes for ever after 30 days, with its objects, and not a day before", async () => {
		const videoId = await addVideo();
		const input = { organizationId, videoId };
		await verbs.deleteVideo({ ctx: team.member, input });
		const there = (await listed()).keys.filter((key) => key.includes(videoId));
		expect(there).toHaveLength(1);
		await clean(29 * dayMs);
		expect((await listed()).keys).toEqual(expect.arrayContaining(there));
		await clean(31 * dayMs);
		expect((await listed()).keys.filter((key) => key.includes(videoId))).toEqual([]);
		await expect(verbs.restoreVideo({ ctx: team.member, input })).rejects.toEqual(
			code("VIDEO_NOT_FOUND"),
		);
	});

	it("goes at once when told to, and a deletion that dies is finished later", async () => {
		const videoId = await addVideo();
		const input = { organizationId, videoId };
		await verbs.deleteVideo({ ctx: team.member, input });
		await verbs.purgeVideo({ ctx: team.member, input });
		const storage = {
			...world.deps.storage,
			delete: () => Promise.reject(new Error("cut")),
		};
		const broken = { ...team.member, deps: { ...world.deps, storage } };
		await expect(verbs.deleteObjects(broken, never)).rejects.toThrow("cut");
		expect(await drizzle().select().from(objectDeletions)).toHaveLength(1);
		await clean();
		expect(await drizzle().select().from(objectDeletions)).toEqual([]);
		expect((await listed()).keys.filter((key) => key.includes(videoId))).toEqual([]);
	});
});

describe("what an organization stores", () => {
	it("is what a listing of the store shows, whatever has happened", async () => {
		await clean();
		const { storedBytes, objectCount } = await usage();
		const { keys, bytes } = await listed();
		expect({ storedBytes, objectCount }).toEqual({ storedBytes: bytes, objectCount: keys.length });
		const [rows] = await drizzle()
			.select({ bytes: sum(videoArtifacts.sizeBytes).mapWith(Number) })
			.from(videoArtifacts)
			.where(eq(videoArtifacts.organizationId, organizationId));
		expect(rows?.bytes).toBe(bytes);
	});

	it("is limited by a quota, which uploads reserve before their first byte", async () => {
		const { storedBytes, quotaBytes } = await usage();
		expect(quotaBytes).toBe(1_000_000);
		const sizeBytes = 1_000_000 - storedBytes - 10;
		const input = { organizationId, fileName: "large.mp4", sizeBytes };
		const { member: ctx } = team;
		const attempts = Array.from({ length: 20 }, () => verbs.createUpload({ ctx, input }));
		const outcomes = await Promise.allSettled(attempts);
		const begun = outcomes.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
		expect(begun).toHaveLength(1);
		const refused = outcomes.find((one) => one.status === "rejected");
		expect(refused).toMatchObject({
			reason: { code: "STORAGE_QUOTA_EXCEEDED", data: { freeBytes: 10, sizeBytes } },
		});
		expect((await usage()).reservedBytes).toBe(sizeBytes);
		const { uploadId = "" } = begun[0] ?? {};
		await verbs.abortUpload({ ctx, input: { organizationId, uploadId } });
		expect((await usage()).reservedBytes).toBe(0);
	});

	it("is checked again when an upload ends, which stays open for another try", async () => {
		const { member: ctx } = team;
		const input = { organizationId, fileName: "late.mp4", sizeBytes: 5000 };
		const upload = await verbs.createUpload({ ctx, input });
		const parts = await sendParts(ctx, upload, randomBytes(5000));
		const complete = () =>
			verbs.completeUpload({ ctx, input: { organizationId, uploadId: upload.uploadId, parts } });
		const limit = (quotaBytes: number | null) =>
			drizzle()
				.update(organizations)
				.set({ quotaBytes })
				.where(eq(organizations.id, organizationId));
		await limit(0);
		await expect(complete()).rejects.toEqual(code("STORAGE_QUOTA_EXCEEDED"));
		await limit(null);
		expect(await complete()).toEqual({ videoId: upload.videoId });
	});

	it("goes with the organization, to the last object and part", async () => {
		const own = await world.organization();
		const input = { organizationId: own.organizationId, fileName: "a.mp4", sizeBytes: 3000 };
		const open = await verbs.createUpload({ ctx: own.owner, input });
		await sendParts(own.owner, open, randomBytes(3000));
		const done = await verbs.createUpload({ ctx: own.owner, input });
		const parts = await sendParts(own.owner, done, randomBytes(3000));
		const ids = { organizationId: own.organizationId, uploadId: done.uploadId };
		await verbs.completeUpload({ ctx: own.owner, input: { ...ids, parts } });
		await drizzle().delete(organizations).where(eq(organizations.id, own.organizationId));
		const left = await drizzle()
			.select()
			.from(objectDeletions)
			.where(eq(objectDeletions.organizationId, own.organizationId));
		expect(left.map(({ storageUploadId }) => storageUploadId === null).sort()).toEqual([
			false,
			true,
		]);
		await clean();
		const prefix = `videos/${own.organizationId}/`;
		expect((await world.deps.storage.list({ prefix })).objects).toEqual([]);
		const kept = await drizzle()
			.select()
			.from(organizationUsage)
			.where(eq(organizationUsage.organizationId, own.organizationId));
		expect(kept).toEqual([]);
	});

	it("goes, too, where an upload was joined by a call that died before it said so", async () => {
		const { member: ctx } = team;
		const input = { organizationId, fileName: "dead.mp4", sizeBytes: 3000 };
		const upload = await verbs.createUpload({ ctx, input });
		const parts = await sendParts(ctx, upload, randomBytes(3000));
		const { uploadId, videoId } = upload;
		const broken = { ...world.deps.database, transaction: () => Promise.reject(new Error("died")) };
		const deps = { ...world.deps, database: broken };
		const completion = { organizationId, uploadId, parts };
		const dying = verbs.completeUpload({ ctx: { ...ctx, deps }, input: completion });
		await expect(dying).rejects.toThrow("died");
		const there = () => listed().then(({ keys }) => keys.filter((key) => key.includes(videoId)));
		expect(await there()).toHaveLength(1);
		await drizzle().delete(videos).where(eq(videos.id, videoId));
		await clean();
		expect(await there()).toEqual([]);
	});

	it("keeps an object that a row names again", async () => {
		const videoId = await addVideo();
		const [artifact] = await drizzle()
			.select()
			.from(videoArtifacts)
			.innerJoin(videos, eq(videos.currentVersionId, videoArtifacts.versionId))
			.where(eq(videos.id, videoId));
		const { key = "", sizeBytes = 0 } = artifact?.video_artifacts ?? {};
		await drizzle().insert(objectDeletions).values({ id: newId(), organizationId, key, sizeBytes });
		await clean();
		expect(await world.deps.storage.head(key)).toMatchObject({ sizeBytes: 1000 });
	});
});
