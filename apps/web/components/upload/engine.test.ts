import { describe, expect, it, vi } from "vitest";
import { fileOf, openWindow, partSizeBytes } from "./test/server.ts";
import { FileUnreadableError, PartError } from "./trouble.ts";

const parts = (count: number) => fileOf("a.mp4", partSizeBytes * (count - 0.5));
const urls = (count: number) =>
	Array.from({ length: count }, (_, index) => `/upload-1/${index + 1}`);

describe("the engine", () => {
	it("sends every byte once, with its MD5 signed, and counts up to the end", async () => {
		const progress: number[] = [];
		const { add, store, server, sent, calls, until } = openWindow();
		store.subscribe(() => progress.push(store.items()[0]?.sentBytes ?? 0));
		const chosen = parts(6);
		await add(chosen);
		await until("done");
		expect([...sent].sort()).toEqual(urls(6));
		const sizes = [...(server.uploads.get("upload-1")?.parts.values() ?? [])];
		expect(sizes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)).toBe(chosen.file.size);
		expect(progress.at(-1)).toBe(chosen.file.size);
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
		const checksums = calls.signParts.mock.calls.flatMap(([{ contentMd5s = [] }]) => contentMd5s);
		expect(checksums).toHaveLength(6);
		expect(checksums.every((md5) => /^[\w+/]{22}==$/.test(md5))).toBe(true);
	});

	it("never has more parts under way than there are connections", async () => {
		let underWay = 0;
		let most = 0;
		const { add, until } = openWindow({
			before: async () => {
				underWay += 1;
				most = Math.max(most, underWay);
				await new Promise((resolve) => setImmediate(resolve));
				underWay -= 1;
			},
		});
		await add(parts(10));
		await until("done");
		expect(most).toBe(4);
	});

	it.each([0, 500, 503, 429])("sends a part again after %d", async (status) => {
		let failures = 2;
		const { add, sent, until } = openWindow({
			before: async ({ url }) => {
				if (url.endsWith("/3") && failures-- > 0) throw new PartError(status);
			},
		});
		await add(parts(4));
		await until("done");
		expect([...sent].sort()).toEqual(urls(4));
	});

	it("asks for a new address when the store refuses the old one", async () => {
		let refusals = 1;
		const { add, calls, until } = openWindow({
			before: async ({ url }) => {
				if (url.endsWith("/2") && refusals-- > 0) throw new PartError(403);
			},
		});
		await add(parts(3));
		await until("done");
		const asked = calls.signParts.mock.calls.flatMap(([{ partNumbers }]) => partNumbers);
		expect(asked.filter((partNumber) => partNumber === 2)).toHaveLength(2);
	});

	it("gives up on an address that is refused again, and keeps what arrived", async () => {
		const { add, store, until } = openWindow({
			before: async ({ url }) => {
				if (url.endsWith("/4")) throw new PartError(403);
			},
		});
		await add(parts(4));
		await until("failed");
		expect(store.items()[0]?.trouble).toMatchObject({
			what: "The storage refused a part at 85 % (HTTP 403).",
			safe: "Everything sent so far is kept.",
			canResume: true,
		});
	});

	it("keeps what arrived when it gives up, and goes on from there", async () => {
		let isCut = true;
		const { add, uploader, store, sent, calls, until, id } = openWindow({
			before: async ({ url }) => {
				if (isCut && url.endsWith("/4")) throw new PartError(0);
			},
		});
		await add(parts(4));
		await until("failed");
		expect(store.items()[0]?.trouble?.what).toBe("The connection dropped at 85 %.");
		expect(calls.abort).not.toHaveBeenCalled();
		isCut = false;
		uploader.resume(id());
		await until("done");
		expect([...sent].sort()).toEqual(urls(4));
	});

	it("tells a file that cannot be read from a connection that dropped", async () => {
		const { add, store, until } = openWindow({
			before: async () => {
				throw new FileUnreadableError("gone");
			},
		});
		await add(parts(2));
		await until("failed");
		expect(store.items()[0]?.trouble?.what).toMatch(/moved, changed or removed/);
	});

	it("stops at once when the server knows nothing of the upload any more", async () => {
		const { add, store, server, until } = openWindow({
			before: async () => {
				server.uploads.clear();
				throw new PartError(403);
			},
		});
		await add(parts(2));
		await until("failed");
		expect(store.items()[0]?.trouble).toMatchObject({
			what: expect.stringContaining("no longer there"),
			canResume: false,
		});
		expect(await vi.waitFor(() => store.items().length)).toBe(1);
	});
});
