import { ORPCError } from "@orpc/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fileOf, gate, openWindow, partSizeBytes, target } from "./test/server.ts";
import { undoMs } from "./uploader.ts";

afterEach(() => vi.useRealTimers());

describe("createUploader", () => {
	it("takes a file all the way and names its video early", async () => {
		const { pass, open } = gate();
		const { add, store, calls, until } = openWindow({ before: pass });
		await add(fileOf("a.mp4", partSizeBytes * 2.5));
		await until("uploading");
		expect(store.items()[0]?.videoId).toBe("video-of-upload-1");
		open();
		await until("done");
		expect(calls.complete.mock.calls[0]?.[0].parts).toHaveLength(3);
	});

	it("sends three files at a time, and the others in their turn", async () => {
		const { pass, open } = gate();
		const { add, store, until } = openWindow({ before: pass });
		await add(...["a", "b", "c", "d", "e"].map((name, seed) => fileOf(name, 25, seed)));
		await until("uploading", 2);
		expect(store.items().map(({ state }) => state)).toEqual([
			...["uploading", "uploading", "uploading"],
			...["queued", "queued"],
		]);
		open();
		await until("done", 4);
		expect(store.items().every(({ state }) => state === "done")).toBe(true);
	});

	it("refuses before the first byte", async () => {
		const { add, store, calls } = openWindow();
		await add(fileOf("empty.mp4", 0), fileOf("huge.mp4", 100 * 1024 ** 2 + 1));
		expect(store.items().map((item) => item.state)).toEqual(["refused", "refused"]);
		expect(calls.create).not.toHaveBeenCalled();
	});

	it("refuses a folder without a video with a sentence", async () => {
		const { uploader, store } = openWindow();
		await uploader.add({ files: [], emptyFolders: ["footage"] }, target);
		expect(store.items()[0]).toMatchObject({
			...{ state: "refused", fileName: "footage" },
			trouble: { what: "There is no video in this folder." },
		});
	});

	it("pauses and goes on with what the store has", async () => {
		const { pass, open } = gate();
		const { add, uploader, store, sent, until, id } = openWindow({
			before: async (part) => {
				if (!part.url.endsWith("/1")) await pass(part);
			},
		});
		await add(fileOf("a.mp4", partSizeBytes * 2.5));
		await vi.waitFor(() => expect(sent).toEqual(["/upload-1/1"]));
		uploader.pause(id());
		await until("paused");
		expect(store.items()[0]?.sentBytes).toBe(partSizeBytes);
		open();
		uploader.resume(id());
		await until("done");
		expect([...sent].sort()).toEqual(["/upload-1/1", "/upload-1/2", "/upload-1/3"]);
	});

	it("lets the next file go while one is paused", async () => {
		const { pass, open } = gate();
		const { add, uploader, until, id } = openWindow({ before: pass });
		await add(...["a", "b", "c", "d"].map((name, seed) => fileOf(name, 25, seed)));
		await until("uploading", 2);
		uploader.pause(id());
		await until("uploading", 3);
		open();
		await until("done", 3);
		await until("paused");
	});

	it("pauses all and resumes all", async () => {
		const { pass, open } = gate();
		const { add, uploader, store, until } = openWindow({ before: pass });
		await add(...["a", "b", "c", "d"].map((name, seed) => fileOf(name, 25, seed)));
		await until("uploading", 2);
		uploader.pauseAll();
		expect(new Set(store.items().map(({ state }) => state))).toEqual(new Set(["paused"]));
		open();
		uploader.resumeAll();
		for (const index of [0, 1, 2, 3]) await until("done", index);
	});

	it("cancels for good only when the time for an undo has passed", async () => {
		const { pass, open } = gate();
		const { add, uploader, store, calls, until, id } = openWindow({ before: pass });
		await add(fileOf("a.mp4"));
		await until("uploading");
		vi.useFakeTimers();
		uploader.cancel(id());
		expect(store.items()[0]?.state).toBe("canceled");
		uploader.undoCancel(id());
		await vi.advanceTimersByTimeAsync(undoMs * 2);
		expect(calls.abort).not.toHaveBeenCalled();
		open();
		vi.useRealTimers();
		await until("done");
	});

	it("tells the server once it is too late", async () => {
		const { add, uploader, store, calls, until, id } = openWindow({ before: gate().pass });
		await add(fileOf("a.mp4"));
		await until("uploading");
		vi.useFakeTimers();
		uploader.cancel(id());
		await vi.advanceTimersByTimeAsync(undoMs);
		expect(store.items()).toEqual([]);
		await vi.waitFor(() => expect(calls.abort).toHaveBeenCalledTimes(1));
	});

	it("is done when the server says that it already was", async () => {
		const { add, calls, until } = openWindow();
		calls.complete.mockRejectedValueOnce(
			new ORPCError("UPLOAD_ALREADY_COMPLETED", { status: 409, message: "Already complete." }),
		);
		await add(fileOf("a.mp4"));
		await until("done");
	});

	it("says what the server says when it refuses, and goes on with the next file", async () => {
		const { add, store, calls, until } = openWindow();
		calls.create.mockRejectedValueOnce(
			new ORPCError("UPLOAD_FILE_NAME_INVALID", { status: 422, message: "That name will not do." }),
		);
		await add(fileOf("a.mp4"), fileOf("b.mp4", 25, 1));
		await until("done", 1);
		expect(store.items()[0]).toMatchObject({
			state: "failed",
			trouble: { what: "That name will not do.", canResume: false },
		});
	});

	it("waits while the machine is offline, and goes on by itself", async () => {
		const { pass, open } = gate();
		const { add, until } = openWindow({ before: pass });
		await add(fileOf("a.mp4"));
		await until("uploading");
		window.dispatchEvent(new Event("offline"));
		await until("offline");
		open();
		window.dispatchEvent(new Event("online"));
		await until("done");
	});
});
