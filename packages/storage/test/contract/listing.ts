import { describe, expect, it } from "vitest";
import { md5, newKey, putText, refused, type Storage } from "./tools.ts";

export function describeListing(storage: Storage): void {
	describe("list", () => {
		const names = ["a", "a-b", "a.b", "a/b", "a/b-c", "a/b/c", "a/b/d", "a0", "b/z"];

		async function fill(): Promise<string> {
			const prefix = `${newKey("")}`;
			await Promise.all(names.toReversed().map((name) => putText(storage(), prefix + name, name)));
			return prefix;
		}

		async function listed(prefix: string, limit?: number): Promise<string[][]> {
			const pages: string[][] = [];
			let cursor: string | null = null;
			do {
				const page = await storage().list({ prefix, cursor, ...(limit ? { limit } : {}) });
				pages.push(page.objects.map(({ key }) => key));
				cursor = page.cursor;
			} while (cursor);
			return pages;
		}

		it("shows objects in the order of their keys, page by page", async () => {
			const prefix = await fill();
			const keys = names.map((name) => prefix + name);
			expect(await listed(prefix)).toEqual([keys]);
			expect(await listed(prefix, 4)).toEqual([keys.slice(0, 4), keys.slice(4, 8), keys.slice(8)]);
			expect(await listed(prefix, 9)).toEqual([keys]);
			expect((await listed(prefix, 1)).flat()).toEqual(keys);
		});

		it("takes a prefix that ends within a name", async () => {
			const prefix = await fill();
			const below = async (start: string) =>
				(await listed(prefix + start)).flat().map((key) => key.slice(prefix.length));
			expect(await below("a/b")).toEqual(["a/b", "a/b-c", "a/b/c", "a/b/d"]);
			expect(await below("a/b/")).toEqual(["a/b/c", "a/b/d"]);
			expect(await below("a.")).toEqual(["a.b"]);
			expect(await below("nothing/")).toEqual([]);
		});

		it("shows size, ETag and time, and no longer what is deleted", async () => {
			const prefix = newKey("");
			await putText(storage(), `${prefix}one`, "1234");
			const head = await storage().head(`${prefix}one`);
			const { objects } = await storage().list({ prefix });
			expect(objects).toEqual([
				expect.objectContaining({ sizeBytes: 4, etag: md5(Buffer.from("1234")) }),
			]);
			const [listedMs, headMs] = [objects[0]?.lastModified, head?.lastModified].map(Number);
			// HTTP dates have whole seconds, listings finer ones.
			expect(Math.abs((listedMs ?? 0) - (headMs ?? 0))).toBeLessThan(1000);
			await storage().delete([`${prefix}one`]);
			expect(await storage().list({ prefix })).toEqual({ objects: [], cursor: null });
		});

		it.each([0, 1001, 1.5])("refuses the limit %d", async (limit) => {
			await refused(storage().list({ prefix: "", limit }), "INPUT_INVALID");
		});

		it.each(["../", "/", "a//", "a/../", "a\\"])("refuses the prefix %j", async (prefix) => {
			await refused(storage().list({ prefix }), "STORAGE_KEY_INVALID");
		});
	});
}
