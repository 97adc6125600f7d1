import { describe, expect, it, vi } from "vitest";
import { fileOf, gate, openWindow, partSizeBytes, target } from "./test/server.ts";

const clip = (seed = 0, lastModified = 1000) =>
	fileOf("clip.mp4", partSizeBytes * 3, seed, lastModified);

/** A window that is closed after the first part of three. */
async function closedAfterOnePart() {
	const first = openWindow({
		before: async (part) => {
			if (!part.url.endsWith("/1")) await gate().pass(part);
		},
	});
	await first.add(clip());
	await vi.waitFor(async () => {
		const [kept] = await first.kept.list("org");
		expect(kept?.sentBytes).toBe(partSizeBytes);
	});
	const { kept, server } = first;
	return { kept, server };
}

describe("on the next visit", () => {
	it("offers what is unfinished, and sends only what is missing", async () => {
		const { uploader, store, sent, calls, until, id, kept } = openWindow(
			await closedAfterOnePart(),
		);
		await uploader.restore(target);
		expect(store.items()).toMatchObject([
			{ state: "unfinished", fileName: "clip.mp4", sentBytes: partSizeBytes, trouble: null },
		]);
		await uploader.goOn(id(), clip());
		await until("done");
		expect([...sent].sort()).toEqual(["/upload-1/2", "/upload-1/3"]);
		expect(calls.create).toHaveBeenCalledTimes(1);
		expect(calls.complete.mock.calls[0]?.[0].parts).toHaveLength(3);
		expect(await kept.list("org")).toEqual([]);
	});

	it("goes on by itself when the same file is dropped", async () => {
		const { uploader, add, store, sent, until } = openWindow(await closedAfterOnePart());
		await uploader.restore(target);
		await add(clip());
		await until("done");
		expect(store.items()).toHaveLength(1);
		expect([...sent].sort()).toEqual(["/upload-1/2", "/upload-1/3"]);
	});

	it("does so before anything was offered, too", async () => {
		const { add, sent, calls, until } = openWindow(await closedAfterOnePart());
		await add(clip());
		await until("done");
		expect(calls.create).toHaveBeenCalledTimes(1);
		expect([...sent].sort()).toEqual(["/upload-1/2", "/upload-1/3"]);
	});

	it("refuses another file of the same name and size, and keeps the offer", async () => {
		const { uploader, store, sent, id } = openWindow(await closedAfterOnePart());
		await uploader.restore(target);
		await uploader.goOn(id(), clip(7));
		expect(store.items()[0]).toMatchObject({
			state: "unfinished",
			trouble: {
				what: "“clip.mp4” is not the file that was begun: its content is different.",
				next: "Choose the original clip.mp4, or discard this upload.",
			},
		});
		await uploader.goOn(id(), fileOf("other.mp4", 25));
		expect(store.items()[0]?.trouble?.what).toBe(
			"“other.mp4” is not the file that was begun: it has 25 B, not 15 MiB.",
		);
		expect(sent).toEqual([]);
	});

	it("reads a touched file again, and sends the parts that changed", async () => {
		const { kept, server } = await closedAfterOnePart();
		// The fingerprint's samples are alike; a byte between them is not.
		const touched = clip(0, 2000);
		const bytes = new Uint8Array(await touched.file.arrayBuffer());
		bytes[partSizeBytes - 100] = 255;
		const file = new File([bytes], "clip.mp4", { lastModified: 2000 });
		const { uploader, sent, until, id } = openWindow({ kept, server });
		await uploader.restore(target);
		await uploader.goOn(id(), { file });
		await until("done");
		expect([...sent].sort()).toEqual(["/upload-1/1", "/upload-1/2", "/upload-1/3"]);
	});

	it("begins anew by itself when the server has given it up", async () => {
		const { kept, server } = await closedAfterOnePart();
		server.uploads.delete("upload-1");
		const { uploader, add, store, sent, until } = openWindow({ kept, server });
		await uploader.restore(target);
		expect(store.items()).toEqual([]);
		await add(clip());
		await until("done");
		expect(sent).toHaveLength(3);
		expect(await kept.list("org")).toEqual([]);
	});

	it("can be discarded, with time for an undo", async () => {
		const { uploader, store, calls, id, kept } = openWindow(await closedAfterOnePart());
		await uploader.restore(target);
		vi.useFakeTimers();
		uploader.cancel(id());
		uploader.undoCancel(id());
		expect(store.items()[0]?.state).toBe("unfinished");
		uploader.cancel(id());
		await vi.advanceTimersByTimeAsync(8000);
		vi.useRealTimers();
		expect(store.items()).toEqual([]);
		await vi.waitFor(() => expect(calls.abort).toHaveBeenCalledTimes(1));
		expect(await kept.list("org")).toEqual([]);
	});

	it("leads back by the handle that the browser kept", async () => {
		const { kept, server } = await closedAfterOnePart();
		const [before] = await kept.list("org");
		const handle = { getFile: async () => clip().file } as unknown as FileSystemFileHandle;
		if (before) await kept.put({ ...before, handle });
		const { uploader, store, sent, until, id } = openWindow({ kept, server });
		await uploader.restore(target);
		expect(store.items()[0]?.hasHandle).toBe(true);
		await uploader.goOn(id());
		await until("done");
		expect(sent).toHaveLength(2);
	});

	it("asks for the file when the handle leads nowhere", async () => {
		const { kept, server } = await closedAfterOnePart();
		const [before] = await kept.list("org");
		const getFile = () => Promise.reject(new DOMException("gone", "NotFoundError"));
		const handle = { getFile } as unknown as FileSystemFileHandle;
		if (before) await kept.put({ ...before, handle });
		const { uploader, store, id } = openWindow({ kept, server });
		await uploader.restore(target);
		await uploader.goOn(id());
		expect(store.items()[0]).toMatchObject({
			...{ state: "unfinished", hasHandle: false },
			trouble: { what: "clip.mp4 could not be opened where it was." },
		});
	});
});
