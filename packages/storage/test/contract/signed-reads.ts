import { describe, expect, it } from "vitest";
import { newKey, putText, type Storage } from "./tools.ts";

export function describeSignedReads(storage: Storage, anHourAgo: Storage): void {
	describe("signed read", () => {
		const minute = { expiresInMs: 60_000 };

		async function stored(content = "0123456789"): Promise<string> {
			const key = newKey();
			await putText(storage(), key, content);
			return key;
		}

		it("gives the object to whoever has the address", async () => {
			const { url, expiresAt } = await storage().signGet(await stored(), minute);
			const response = await fetch(url);
			expect(response.status).toBe(200);
			expect(await response.text()).toBe("0123456789");
			expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
			expect(response.headers.get("content-length")).toBe("10");
			expect(response.headers.get("etag")).toMatch(/^"[0-9a-f]{32}"$/);
			expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 50_000);
		});

		it("answers ranges", async () => {
			const { url } = await storage().signGet(await stored(), minute);
			const range = (value: string) => fetch(url, { headers: { range: value } });
			const middle = await range("bytes=2-4");
			expect([middle.status, await middle.text()]).toEqual([206, "234"]);
			expect(middle.headers.get("content-range")).toBe("bytes 2-4/10");
			expect(await (await range("bytes=-3")).text()).toBe("789");
			expect((await range("bytes=10-")).status).toBe(416);
		});

		it("carries the type and the file's name, in any script", async () => {
			const { url } = await storage().signGet(await stored(), {
				...minute,
				disposition: "attachment",
				fileName: 'Ünterm "Strich" 🎬.mp4',
				contentType: "video/mp4",
			});
			const { headers } = await fetch(url);
			expect(headers.get("content-type")).toBe("video/mp4");
			const disposition = headers.get("content-disposition") ?? "";
			expect(disposition).toMatch(/^attachment; filename="/);
			const encoded = /filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? "";
			expect(decodeURIComponent(encoded)).toBe('Ünterm "Strich" 🎬.mp4');
		});

		it("is refused when changed", async () => {
			const { url } = await storage().signGet(await stored(), { ...minute, disposition: "inline" });
			const other = await stored("other");
			const path = new URL(url).pathname;
			const changed = [
				url.replace("inline", "attachment"),
				url.replace(path.slice(path.indexOf("contract/") + 1), other),
				url.replace(/(signature=)[^&]+/i, `$1${"0".repeat(64)}`),
				url.replace(/\?.*/, ""),
			];
			for (const address of changed) expect((await fetch(address)).status).toBe(403);
		});

		it("is refused when it has expired", async () => {
			const key = await stored();
			const { url } = await anHourAgo().signGet(key, minute);
			expect((await fetch(url)).status).toBe(403);
		});

		it("answers 404 for what is not there", async () => {
			const { url } = await storage().signGet(newKey(), minute);
			expect((await fetch(url)).status).toBe(404);
		});

		it("has the same address for a while when it lives long, so that browsers keep the answer", async () => {
			const key = newKey();
			const sixHours = 6 * 3_600_000;
			const now = Date.now();
			const first = await storage().signGet(key, { expiresInMs: sixHours });
			const second = await storage().signGet(key, { expiresInMs: sixHours });
			// A quarter of an hour may end between the two.
			if (Math.floor(now / 900_000) === Math.floor(Date.now() / 900_000)) {
				expect(second).toEqual(first);
			}
			expect(first.expiresAt.getTime()).toBeGreaterThanOrEqual(now + sixHours);
		});
	});
}
