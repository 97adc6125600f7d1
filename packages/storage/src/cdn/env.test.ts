import { describe, expect, it } from "vitest";
import { storageEnv } from "../env.ts";
import { cacheControlOf, cacheTtlMs } from "./cache-control.ts";
import { cdnSettings } from "./env.ts";

const token = { CLOUDFLARE_API_TOKEN: "token" };
const zone = { CLOUDFLARE_ZONE_ID: "023e105f4ecef8ad9ca31a8372d0c353" };
const settings = (env: Record<string, string>) => cdnSettings(storageEnv.parse(env));

describe("cdnSettings", () => {
	it("takes both or neither", () => {
		expect(settings({})).toEqual({ provider: "none" });
		expect(settings({ ...token, ...zone })).toEqual({
			provider: "cloudflare",
			apiToken: "token",
			zoneId: zone.CLOUDFLARE_ZONE_ID,
			apiUrl: undefined,
		});
	});

	it.each([
		[token, "CLOUDFLARE_ZONE_ID"],
		[zone, "CLOUDFLARE_API_TOKEN"],
	])("of %j misses %s", (env, missing) => {
		expect(() => settings(env)).toThrow(
			expect.objectContaining({ code: "CONFIG_INVALID", data: { missing: [missing] } }),
		);
	});

	it("refuses a zone's name in place of its id", () => {
		expect(storageEnv.safeParse({ CLOUDFLARE_ZONE_ID: "example.com" }).success).toBe(false);
	});
});

it("no kind of object may be kept by a shared cache, and what is derived never changes", () => {
	const derived = ["playable", "poster", "frames", "thumbnail", "captions"] as const;
	for (const kind of derived) {
		expect(cacheControlOf(kind)).toBe("private, max-age=31536000, immutable");
	}
	expect(cacheControlOf("source")).toBe("private, max-age=3600, immutable");
	expect(cacheControlOf("speech")).toBe("private, no-store");
	expect(cacheTtlMs).toEqual({ static: 31_536_000_000, api: 300_000, dynamic: 60_000 });
});
