import type { Comment } from "@nuclom/services/schemas";
import { describe, expect, it } from "vitest";
import { groupThreads, threadAt, threadIdOf } from "./threads.ts";

const comment = (id: string, change: Partial<Comment> = {}): Comment => ({
	id,
	videoId: "v",
	parentId: null,
	body: id,
	startMs: 0,
	endMs: null,
	frameIndex: null,
	author: { id: "p", name: "Ada", image: null },
	createdAt: "2026-11-20T10:00:00.000Z",
	editedAt: null,
	isDeleted: false,
	canEdit: false,
	canDelete: false,
	...change,
});
const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, "0")}:00.000Z`;

describe("groupThreads", () => {
	it("sorts threads by moment and replies by time", () => {
		const threads = groupThreads([
			comment("late", { startMs: 9000 }),
			comment("reply-2", { parentId: "early", createdAt: at(9) }),
			comment("early", { startMs: 1000, createdAt: at(5) }),
			comment("reply-1", { parentId: "early", createdAt: at(7) }),
			comment("earlier-written", { startMs: 1000, createdAt: at(1) }),
		]);
		expect(threads.map(({ first, replies }) => [first.id, replies.map(({ id }) => id)])).toEqual([
			["earlier-written", []],
			["early", ["reply-1", "reply-2"]],
			["late", []],
		]);
	});

	it("keeps a deleted comment only for its replies", () => {
		const threads = groupThreads([
			comment("gone", { isDeleted: true }),
			comment("kept", { isDeleted: true }),
			comment("reply", { parentId: "kept" }),
		]);
		expect(threads.map(({ first }) => first.id)).toEqual(["kept"]);
	});

	it("does not sort what it was given", () => {
		const given = [comment("b", { startMs: 2 }), comment("a", { startMs: 1 })];
		groupThreads(given);
		expect(given.map(({ id }) => id)).toEqual(["b", "a"]);
	});
});

describe("threadAt", () => {
	const threads = groupThreads([
		comment("a", { startMs: 1000 }),
		comment("range", { startMs: 2000, endMs: 20_000 }),
		comment("b", { startMs: 10_000 }),
	]);
	it.each([
		[0, null],
		[1000, "a"],
		[2500, "range"],
		[10_500, "b"],
		[14_000, "range"],
		[25_000, null],
	])("at %d ms it is %s", (ms, id) => {
		expect(threadAt(threads, ms)).toBe(id);
	});
});

it("finds the thread of a reply", () => {
	const comments = [comment("a"), comment("b", { parentId: "a" })];
	expect(threadIdOf(comments, "b")).toBe("a");
	expect(threadIdOf(comments, "a")).toBe("a");
	expect(threadIdOf(comments, "x")).toBeNull();
});
