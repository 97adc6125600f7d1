import type { Comment } from "@nuclom/services/schemas";
import { describe, expect, it, vi } from "vitest";
import { createOutbox, mergeComments } from "./outbox.ts";

const comment = (id: string, videoId = "v") => ({ id, videoId, body: id }) as Comment;
const outgoing = (id: string, videoId = "v") => ({
	comment: comment(id, videoId),
	organizationId: "o",
	error: null,
});
const ids = (comments: readonly { id: string }[]) => comments.map(({ id }) => id);
const nothing = new Set<string>();

describe("mergeComments", () => {
	it("adds what is on its way, once", () => {
		const merged = mergeComments([comment("a")], [outgoing("a"), outgoing("b")], nothing, "v");
		expect(ids(merged)).toEqual(["a", "b"]);
		expect(merged[0]?.outgoing).toBeUndefined();
		expect(merged[1]?.outgoing).toEqual({ error: null });
	});

	it("keeps to the open video", () => {
		expect(ids(mergeComments([], [outgoing("a", "other")], nothing, "v"))).toEqual([]);
	});

	it("hides what is being deleted", () => {
		expect(ids(mergeComments([comment("a"), comment("b")], [], new Set(["a"]), "v"))).toEqual([
			"b",
		]);
	});
});

describe("createOutbox", () => {
	it("keeps one entry per comment, through failure and another try", () => {
		const box = createOutbox();
		const listener = vi.fn();
		box.subscribe(listener);
		box.put(outgoing("a"));
		box.fail("a", "no network");
		expect(box.items()).toMatchObject([{ comment: { id: "a" }, error: "no network" }]);
		box.put(outgoing("a"));
		expect(box.items()).toMatchObject([{ error: null }]);
		box.remove("a");
		expect(box.items()).toEqual([]);
		expect(listener).toHaveBeenCalledTimes(4);
	});
});
