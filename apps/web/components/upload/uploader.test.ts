import type { ApiClient } from "@nuclom/api/client";
import { ORPCError } from "@orpc/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { TransferOptions } from "./transfer.ts";
import { createUploadStore } from "./upload-store.ts";
import { createUploader, undoMs } from "./uploader.ts";

const target = { organizationId: "org", organizationSlug: "acme" };
const file = (name: string, bytes = 25) => new File([new Uint8Array(bytes)], name);

/** A server that keeps uploads in memory, in parts of ten bytes. */
function setup(put: TransferOptions["put"] = async () => '"tag"') {
	const parts = new Map<number, number>();
	const calls = {
		create: vi.fn(async ({ sizeBytes }: { sizeBytes: number }) => ({
			uploadId: "upload",
			videoId: "video",
			organizationId: "org",
			partSizeBytes: 10,
			partCount: Math.ceil(sizeBytes / 10),
			expiresAt: "2100-01-01T00:00:00Z",
		})),
		signParts: async ({ partNumbers }: { partNumbers: number[] }) => ({
			parts: partNumbers.map((partNumber) => ({
				partNumber,
				url: `/${partNumber}`,
				headers: {},
				expiresAt: "2100-01-01T00:00:00Z",
			})),
		}),
		listParts: async () => ({
			parts: [...parts].map(([partNumber, sizeBytes]) => ({
				partNumber,
				sizeBytes,
				etag: '"tag"',
			})),
		}),
		complete: vi.fn(async (_: { parts: unknown[] }) => ({ videoId: "video" })),
		abort: vi.fn(async () => ({ uploadId: "upload" })),
	};
	const client = {
		uploads: calls,
		configuration: { get: async () => ({ maxUploadBytes: 100 }) },
	} as unknown as ApiClient;
	const store = createUploadStore();
	const uploader = createUploader({
		client,
		store,
		onVideoChange: () => {},
		put: async (part) => {
			const etag = await put(part);
			parts.set(Number(part.url.slice(1)), part.body.size);
			return etag;
		},
	});
	const until = (state: string, index = 0) =>
		vi.waitFor(() => expect(store.items()[index]?.state).toBe(state));
	const id = (index = 0) => store.items()[index]?.id ?? "";
	return { uploader, store, calls, until, id };
}

/** Parts that wait until they are let go. */
function gate() {
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	const put: TransferOptions["put"] = ({ signal }) =>
		Promise.race([
			opened.then(() => '"tag"'),
			new Promise<never>((_, reject) =>
				signal.addEventListener("abort", () => reject(signal.reason)),
			),
		]);
	return { put, open };
}

afterEach(() => vi.useRealTimers());

describe("createUploader", () => {
	it("takes a file all the way and names its video early", async () => {
		const { put, open } = gate();
		const { uploader, store, calls, until } = setup(put);
		await uploader.add({ files: [file("a.mp4")], hasFolder: false }, target);
		await until("uploading");
		expect(store.items()[0]?.videoId).toBe("video");
		open();
		await until("done");
		expect(calls.complete.mock.calls[0]?.[0].parts).toHaveLength(3);
	});

	it("sends one file after the other", async () => {
		const { put, open } = gate();
		const { uploader, store, until } = setup(put);
		await uploader.add({ files: [file("a.mp4"), file("b.mp4")], hasFolder: false }, target);
		await until("uploading");
		expect(store.items()[1]?.state).toBe("queued");
		open();
		await until("done", 1);
	});

	it("refuses before the first byte", async () => {
		const { uploader, store, calls } = setup();
		await uploader.add(
			{ files: [file("empty.mp4", 0), file("huge.mp4", 101)], hasFolder: false },
			target,
		);
		expect(store.items().map((item) => item.state)).toEqual(["refused", "refused"]);
		expect(calls.create).not.toHaveBeenCalled();
	});

	it("refuses a folder with a sentence", async () => {
		const { uploader, store } = setup();
		await uploader.add({ files: [], hasFolder: true }, target);
		expect(store.items()[0]).toMatchObject({
			state: "refused",
			trouble: { what: "Folders cannot be uploaded." },
		});
	});

	it("pauses and goes on with what the store has", async () => {
		const sent: string[] = [];
		const { put, open } = gate();
		const { uploader, store, until, id } = setup(async (part) => {
			if (part.url !== "/1") await put(part);
			sent.push(part.url);
			return '"tag"';
		});
		await uploader.add({ files: [file("a.mp4")], hasFolder: false }, target);
		await vi.waitFor(() => expect(sent).toEqual(["/1"]));
		uploader.pause(id());
		await until("paused");
		expect(store.items()[0]?.sentBytes).toBe(10);
		open();
		uploader.resume(id());
		await until("done");
		expect(sent.filter((url) => url === "/1")).toHaveLength(1);
	});

	it("lets the next file go while one is paused", async () => {
		const { put, open } = gate();
		const { uploader, until, id } = setup(put);
		await uploader.add({ files: [file("a.mp4"), file("b.mp4")], hasFolder: false }, target);
		await until("uploading");
		uploader.pause(id());
		await until("uploading", 1);
		open();
		await until("done", 1);
		await until("paused");
	});

	it("cancels for good only when the time for an undo has passed", async () => {
		const { put, open } = gate();
		const { uploader, store, calls, until, id } = setup(put);
		await uploader.add({ files: [file("a.mp4")], hasFolder: false }, target);
		await until("uploading");
		vi.useFakeTimers();
		uploader.cancel(id());
		expect(store.items()[0]?.state).toBe("canceled");
		uploader.undoCancel(id());
		await vi.advanceTimersByTimeAsync(undoMs * 2);
		expect(calls.abort).not.toHaveBeenCalled();
		open();
		await vi.waitFor(() => expect(store.items()[0]?.state).toBe("done"));
	});

	it("tells the server once it is too late", async () => {
		const { uploader, store, calls, until, id } = setup(gate().put);
		await uploader.add({ files: [file("a.mp4")], hasFolder: false }, target);
		await until("uploading");
		vi.useFakeTimers();
		uploader.cancel(id());
		await vi.advanceTimersByTimeAsync(undoMs);
		expect(store.items()).toEqual([]);
		await vi.waitFor(() => expect(calls.abort).toHaveBeenCalledTimes(1));
	});

	it("is done when the server says that it already was", async () => {
		const { uploader, calls, until } = setup();
		calls.complete.mockRejectedValueOnce(
			new ORPCError("UPLOAD_ALREADY_COMPLETED", { status: 409, message: "Already complete." }),
		);
		await uploader.add({ files: [file("a.mp4")], hasFolder: false }, target);
		await until("done");
	});

	it("says what the server says when it refuses, and goes on with the next file", async () => {
		const { uploader, store, calls, until } = setup();
		calls.create.mockRejectedValueOnce(
			new ORPCError("UPLOAD_FILE_NAME_INVALID", { status: 422, message: "That name will not do." }),
		);
		await uploader.add({ files: [file("a.mp4"), file("b.mp4")], hasFolder: false }, target);
		await until("done", 1);
		expect(store.items()[0]).toMatchObject({
			state: "failed",
			trouble: { what: "That name will not do.", canResume: false },
		});
	});
});
