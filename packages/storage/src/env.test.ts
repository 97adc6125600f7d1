import { describe, expect, it } from "vitest";
import { storageEnv, storageSettings } from "./env.ts";

const r2 = {
	CLOUDFLARE_R2_ENDPOINT: "https://account.r2.cloudflarestorage.com",
	CLOUDFLARE_R2_ACCESS_KEY: "key",
	CLOUDFLARE_R2_SECRET_KEY: "secret",
	CLOUDFLARE_R2_BUCKET: "nuclom",
};
const settings = (env: Record<string, string>) => storageSettings(storageEnv.parse(env));

describe("storageSettings", () => {
	it("keeps files on this disk when nothing is set", () => {
		expect(settings({})).toEqual({ provider: "local", path: undefined });
		expect(settings({ STORAGE_PATH: "/data" })).toEqual({ provider: "local", path: "/data" });
	});

	it("uses R2 when its endpoint is set", () => {
		expect(settings(r2)).toEqual({
			provider: "s3",
			endpoint: r2.CLOUDFLARE_R2_ENDPOINT,
			region: "auto",
			bucket: "nuclom",
			accessKeyId: "key",
			secretAccessKey: "secret",
			publicBaseUrl: undefined,
		});
	});

	it("takes a region and a public address", () => {
		const more = {
			STORAGE_REGION: "eu-central-1",
			CLOUDFLARE_R2_PUBLIC_URL: "https://cdn.example",
		};
		expect(settings({ ...r2, ...more, STORAGE_PROVIDER: "s3" })).toMatchObject({
			region: "eu-central-1",
			publicBaseUrl: "https://cdn.example",
		});
	});

	it("stays local when told to", () => {
		expect(settings({ ...r2, STORAGE_PROVIDER: "local" })).toMatchObject({ provider: "local" });
	});

	it.each(Object.keys(r2).slice(1))("names %s when it is missing", (name) => {
		const { [name as keyof typeof r2]: _, ...rest } = r2;
		expect(() => settings(rest)).toThrow(
			expect.objectContaining({
				code: "CONFIG_INVALID",
				hint: expect.stringContaining(name),
				data: { missing: [name] },
			}),
		);
	});

	it("names all that is missing when only the provider is set", () => {
		expect(() => settings({ STORAGE_PROVIDER: "cloudflare-r2" })).toThrow(
			expect.objectContaining({ data: { missing: Object.keys(r2) } }),
		);
	});

	it.each([
		{ STORAGE_PROVIDER: "ftp" },
		{ CLOUDFLARE_R2_ENDPOINT: "account" },
		{ STORAGE_PATH: " " },
	])("refuses %o", (env) => {
		expect(storageEnv.safeParse(env).success).toBe(false);
	});
});
