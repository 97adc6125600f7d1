import { startS3, type TestS3 } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendError, startStandIn } from "../../test/stand-in.ts";
import { createS3Storage, type S3StorageConfig } from "./create-s3-storage.ts";

let s3: TestS3;
beforeAll(async () => {
	s3 = await startS3({ bucket: "settings" });
});
afterAll(() => s3.close());

async function check(changed: Partial<S3StorageConfig>): Promise<unknown> {
	const storage = createS3Storage({ ...s3, bucket: "settings", ...changed });
	try {
		return await storage.check();
	} finally {
		await storage.close();
	}
}

describe("a wrong setting is named", () => {
	it.each([
		["CLOUDFLARE_R2_SECRET_KEY", { secretAccessKey: "wrong" }],
		["CLOUDFLARE_R2_ACCESS_KEY", { accessKeyId: "wrong" }],
		["CLOUDFLARE_R2_BUCKET", { bucket: "no-such-bucket" }],
	])("%s", async (setting, changed) => {
		await expect(check(changed)).rejects.toMatchObject({
			code: "STORAGE_MISCONFIGURED",
			isRetryable: false,
			hint: expect.stringContaining(setting),
		});
	});

	it("CLOUDFLARE_R2_ENDPOINT, when it speaks no TLS", async () => {
		await expect(check({ endpoint: s3.endpoint.replace("http:", "https:") })).rejects.toMatchObject(
			{
				code: "STORAGE_MISCONFIGURED",
				hint: expect.stringContaining("CLOUDFLARE_R2_ENDPOINT"),
			},
		);
	});

	it.each([
		["STORAGE_REGION", 400, "AuthorizationHeaderMalformed", "<Region>eu-central-1</Region>"],
		["STORAGE_REGION", 301, "PermanentRedirect", ""],
		["clock", 403, "RequestTimeTooSkewed", ""],
		["CLOUDFLARE_R2_ACCESS_KEY", 401, "Unauthorized", ""],
		["right to read and write", 403, "AccessDenied", ""],
		["CLOUDFLARE_R2_ENDPOINT", 405, "MethodNotAllowed", ""],
	])("%s, when a store answers %d %s", async (setting, status, code, more) => {
		await using other = await startStandIn((_, response) =>
			sendError(response, status, code, more),
		);
		await expect(check({ endpoint: other.endpoint })).rejects.toMatchObject({
			code: "STORAGE_MISCONFIGURED",
			hint: expect.stringContaining(setting),
			data: { storageError: code, storageStatus: status },
		});
	});

	it("CLOUDFLARE_R2_ENDPOINT, when a web page answers", async () => {
		await using other = await startStandIn((_, response) => {
			response.writeHead(404, { "content-type": "text/html" }).end("<!doctype html><p>No.");
		});
		await expect(check({ endpoint: other.endpoint })).rejects.toMatchObject({
			code: "STORAGE_MISCONFIGURED",
			hint: expect.stringContaining("CLOUDFLARE_R2_ENDPOINT"),
		});
	});

	it("without telling any secret", async () => {
		const secretAccessKey = "a-very-secret-key";
		const failure = await check({ secretAccessKey }).catch((error: Error) => error);
		const { message, hint, data } = failure as { message: string; hint: string; data: object };
		expect(JSON.stringify({ message, hint, data })).not.toContain(secretAccessKey);
	});
});

describe("a store that is full or gone", () => {
	it("says that it is full", async () => {
		await using other = await startStandIn((_, response) =>
			sendError(response, 403, "QuotaExceeded"),
		);
		await expect(check({ endpoint: other.endpoint })).rejects.toMatchObject({
			code: "STORAGE_FULL",
		});
	});

	it.each([
		[503, "SlowDown"],
		[500, "InternalError"],
		[502, "BadGateway"],
	])(
		"is asked three times when it answers %d %s, then may be asked again",
		async (status, code) => {
			await using other = await startStandIn((_, response) => sendError(response, status, code));
			await expect(check({ endpoint: other.endpoint })).rejects.toMatchObject({
				code: "STORAGE_UNAVAILABLE",
				isRetryable: true,
			});
			expect(other.requests).toHaveLength(3);
		},
	);

	it.each(["http://127.0.0.1:1", "http://no-such-host.invalid"])(
		"is unavailable at %s",
		async (endpoint) => {
			await expect(check({ endpoint })).rejects.toMatchObject({
				code: "STORAGE_UNAVAILABLE",
				isRetryable: true,
			});
		},
	);
});
