import { expect, test } from "vitest";
import { loadConfiguration } from "./load-configuration.ts";
import { loadCdnConfiguration, loadStorageConfiguration } from "./load-parts.ts";

const r2 = {
	CLOUDFLARE_R2_ENDPOINT: "https://account.r2.cloudflarestorage.com",
	CLOUDFLARE_R2_ACCESS_KEY: "key",
	CLOUDFLARE_R2_SECRET_KEY: "secret",
	CLOUDFLARE_R2_BUCKET: "nuclom",
};
const cloudflare = {
	CLOUDFLARE_API_TOKEN: "token",
	CLOUDFLARE_ZONE_ID: "023e105f4ecef8ad9ca31a8372d0c353",
};
const production = { NUCLOM_ENV: "production", NEXT_PUBLIC_APP_URL: "https://nuclom.example.com" };

test("the store's part needs neither database nor secret", () => {
	expect(loadStorageConfiguration({ ...production, ...r2 })).toMatchObject({
		app: { url: "https://nuclom.example.com", trustedOrigins: ["https://nuclom.example.com"] },
		storage: { settings: { provider: "s3", bucket: "nuclom" } },
	});
	expect(loadStorageConfiguration({ NUCLOM_DATA: "/tmp/x" }).storage.path).toBe("/tmp/x/storage");
});

test("the store's part misses what it needs itself", () => {
	const { CLOUDFLARE_R2_BUCKET: _, ...rest } = r2;
	expect(() =>
		loadStorageConfiguration({
			...rest,
			NUCLOM_ENV: "production",
			STORAGE_PROVIDER: "cloudflare-r2",
		}),
	).toThrow(
		expect.objectContaining({
			code: "CONFIG_INVALID",
			data: {
				problems: [
					expect.objectContaining({ variable: "NEXT_PUBLIC_APP_URL" }),
					expect.objectContaining({ variable: "CLOUDFLARE_R2_BUCKET" }),
				],
			},
		}),
	);
});

test("the CDN's part needs its own variables alone, and both or neither", () => {
	expect(loadCdnConfiguration({ NUCLOM_ENV: "production" }).settings.provider).toBe("none");
	expect(loadCdnConfiguration({ ...production, ...cloudflare })).toMatchObject({
		settings: { provider: "cloudflare" },
		probeUrl: "https://nuclom.example.com/nuclom-check/nothing",
	});
	const publicUrl = { CLOUDFLARE_R2_PUBLIC_URL: "https://cdn.example.com/files/" };
	expect(loadCdnConfiguration({ ...publicUrl, ...cloudflare }).probeUrl).toBe(
		"https://cdn.example.com/files/nuclom-check/nothing",
	);
	const half = { CLOUDFLARE_API_TOKEN: "token" };
	for (const load of [loadCdnConfiguration, loadConfiguration]) {
		expect(() => load(half)).toThrow("CLOUDFLARE_ZONE_ID");
	}
});
