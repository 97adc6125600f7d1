import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LocalUnderTest, startLocal } from "../../test/local-under-test.ts";
import { type Nginx, startNginx } from "../../test/nginx.ts";

const bytes = randomBytes(100_000);
let local: LocalUnderTest;
let nginx: Nginx;
let address: string;

beforeAll(async () => {
	local = await startLocal({ accelRedirect: "/protected" });
	nginx = await startNginx(
		`${local.folder.path}/nginx`,
		`location / { proxy_pass ${local.origin}; }
		location /protected/ {
			internal; alias ${local.folder.path}/objects/;
			add_header X-Content-Type-Options nosniff always;
		}`,
	);
	const options = { contentType: "video/mp4", sizeBytes: bytes.length };
	await local.storage.put("a/clip.mp4", bytes, options);
	const { url } = await local.storage.signGet("a/clip.mp4", {
		...{ expiresInMs: 60_000, disposition: "attachment", fileName: "Übung.mp4" },
	});
	address = url.replace(local.origin, nginx.origin);
});
afterAll(async () => {
	await nginx.stop();
	await local.close();
});

describe("behind nginx", () => {
	it("hands the bytes over to it, with type, name and lifetime", async () => {
		const response = await fetch(address);
		expect(response.status).toBe(200);
		expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
		expect(Object.fromEntries(response.headers)).toMatchObject({
			"content-type": "video/mp4",
			"content-disposition": expect.stringContaining("filename*=UTF-8''%C3%9Cbung.mp4"),
			"cache-control": expect.stringMatching(/^private, max-age=/),
			"x-content-type-options": "nosniff",
		});
		expect(response.headers.get("server")).toContain("nginx");
		expect(response.headers.get("x-accel-redirect")).toBeNull();
	});

	it("leaves ranges and conditions to it", async () => {
		const part = await fetch(address, { headers: { range: "bytes=10-19" } });
		expect(part.status).toBe(206);
		expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(10, 20))).toBe(true);
		const etag = part.headers.get("etag") ?? "";
		const again = await fetch(address, { headers: { "if-none-match": etag } });
		expect(again.status).toBe(304);
	});

	it("hands over nothing without a signature, and nothing by its own address", async () => {
		const [path = "", query = ""] = address.split("?");
		expect((await fetch(path)).status).toBe(403);
		const tampered = await fetch(`${path}?${query.replace(/[0-9a-f]{4}$/, "0000")}x`);
		expect(tampered.status).toBe(403);
		expect((await fetch(`${nginx.origin}/protected/a/clip.mp4/@object.json`)).status).toBe(404);
	});
});
