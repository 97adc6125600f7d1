import { newId } from "@nuclom/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	createComment,
	createUpload,
	deleteComment,
	getVideo,
	listComments,
	updateComment,
} from "../src/index.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
let team: Awaited<ReturnType<World["organization"]>>;
let scope: { organizationId: string; videoId: string };

beforeAll(async () => {
	world = await createWorld();
	team = await world.organization();
	const { organizationId } = team;
	const { videoId } = await createUpload({
		ctx: team.owner,
		input: { organizationId, fileName: "clip.mp4", sizeBytes: 1000 },
	});
	scope = { organizationId, videoId };
});
afterAll(() => world.close());

const code = (wanted: string) => expect.objectContaining({ code: wanted });
const write = (ctx = team.member, more: object = {}) =>
	createComment({ ctx, input: { ...scope, body: "Look here", startMs: 1500, ...more } });

describe("comments", () => {
	it("can be written while the video is still uploading, and are counted", async () => {
		const before = await getVideo({ ctx: team.owner, input: scope });
		expect(before.status).toBe("uploading");
		const comment = await write();
		expect(comment).toMatchObject({
			...{ body: "Look here", startMs: 1500, endMs: null, canEdit: true, canDelete: true },
			author: { name: "Mia Member" },
		});
		const after = await getVideo({ ctx: team.owner, input: scope });
		expect(after.commentCount).toBe(before.commentCount + 1);
	});

	it("puts a reply to a reply into the same thread, at the thread's moment", async () => {
		const first = await write();
		const reply = await write(team.owner, { parentId: first.id, startMs: 9 });
		const deeper = await write(team.member, { parentId: reply.id, startMs: 7 });
		expect(reply).toMatchObject({ parentId: first.id, startMs: 1500 });
		expect(deeper).toMatchObject({ parentId: first.id, startMs: 1500 });
	});

	it("makes one comment of a request that was sent twice, and refuses another's id", async () => {
		const id = newId();
		const twice = await Promise.all([write(team.member, { id }), write(team.member, { id })]);
		expect(twice.map((comment) => comment.id)).toEqual([id, id]);
		await expect(write(team.owner, { id })).rejects.toEqual(code("CONFLICT"));
	});

	it("is changed by its author only, and deleted by an admin, too", async () => {
		const { id: commentId } = await write();
		const input = { ...scope, commentId, body: "Better words" };
		await expect(updateComment({ ctx: team.owner, input })).rejects.toEqual(code("FORBIDDEN"));
		const changed = await updateComment({ ctx: team.member, input });
		expect(changed).toMatchObject({ body: "Better words", editedAt: expect.any(String) });
		const remove = { ...scope, commentId };
		const byColleague = deleteComment({ ctx: team.colleague, input: remove });
		await expect(byColleague).rejects.toEqual(code("FORBIDDEN"));
		await deleteComment({ ctx: team.admin, input: remove });
		const gone = updateComment({ ctx: team.member, input });
		await expect(gone).rejects.toEqual(code("COMMENT_NOT_FOUND"));
	});

	it("keeps the place of a deleted comment while it has replies, without its words", async () => {
		const first = await write(team.member, { body: "regrettable" });
		const reply = await write(team.owner, { parentId: first.id });
		await deleteComment({ ctx: team.member, input: { ...scope, commentId: first.id } });
		const find = async () => {
			const { items } = await listComments({ ctx: team.owner, input: scope });
			return items.filter(({ id }) => id === first.id);
		};
		expect(await find()).toMatchObject([{ isDeleted: true, body: "", author: null }]);
		await deleteComment({ ctx: team.owner, input: { ...scope, commentId: reply.id } });
		expect(await find()).toEqual([]);
	});

	it("pages by keyset, oldest first, without gaps or repeats", async () => {
		const { videoId } = await createUpload({
			ctx: team.owner,
			input: { organizationId: scope.organizationId, fileName: "b.mp4", sizeBytes: 9 },
		});
		const other = { ...scope, videoId };
		const written: string[] = [];
		for (let index = 0; index < 7; index += 1) written.push((await write(team.member, other)).id);
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const input = { ...other, limit: 3, ...(cursor ? { cursor } : {}) };
			const page = await listComments({ ctx: team.owner, input });
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor ?? undefined;
		} while (cursor);
		expect(seen).toEqual(written);
	});

	it.each([
		[{ body: "   " }],
		[{ body: "a\u0000b" }],
		[{ body: "x".repeat(5001) }],
		[{ startMs: -1 }],
		[{ startMs: 1.5 }],
		[{ startMs: 5, endMs: 5 }],
		[{ parentId: "not-an-id" }],
	])("refuses %j", async (wrong) => {
		await expect(write(team.member, wrong)).rejects.toEqual(code("INPUT_INVALID"));
	});

	it("cannot hang on a comment of another video", async () => {
		const first = await write();
		const { videoId } = await createUpload({
			ctx: team.owner,
			input: { organizationId: scope.organizationId, fileName: "c.mp4", sizeBytes: 9 },
		});
		const crossed = write(team.member, { videoId, parentId: first.id });
		await expect(crossed).rejects.toEqual(code("COMMENT_NOT_FOUND"));
	});
});
