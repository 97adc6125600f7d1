import { newId } from "@nuclom/core";
import { startS3, type TestS3, temporaryFolder, waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli, spawnCli, type Variables } from "../../test/support/cli.ts";

let s3: TestS3;
beforeAll(async () => {
	s3 = await startS3();
});
afterAll(() => s3?.close());

async function newBucket(): Promise<Record<string, string>> {
	const bucket = newId();
	await s3.createBucket(bucket);
	return {
		NEXT_PUBLIC_APP_URL: "https://nuclom.example.com",
		CLOUDFLARE_R2_ENDPOINT: s3.endpoint,
		CLOUDFLARE_R2_ACCESS_KEY: s3.accessKeyId,
		CLOUDFLARE_R2_SECRET_KEY: s3.secretAccessKey,
		CLOUDFLARE_R2_BUCKET: bucket,
	};
}

async function storage(verb: string, variables: Variables, ...flags: string[]) {
	await using folder = await temporaryFolder("cli-storage");
	return runCli(["storage", verb, "--data", folder.path, ...flags], variables);
}

describe("nuclom storage setup", () => {
	test("shows what differs, applies it, and has nothing to do afterwards", async () => {
		const variables = await newBucket();
		const dry = await storage("setup", variables, "--dry-run");
		expect(dry).toMatchObject({ code: 0, stderr: "" });
		expect(dry.stdout).toContain("CORS rules\n+ nuclom-browser\n");
		expect(dry.stdout).toContain("https://nuclom.example.com");
		expect(dry.stdout).toContain("+   AbortIncompleteMultipartUpload.DaysAfterInitiation: 7\n");
		expect(dry.stdout).toContain("Nothing was changed.");
		const applied = await storage("setup", variables);
		expect(applied.code).toBe(0);
		expect(applied.stdout).toContain("✓ Applied to ");
		const again = await storage("setup", variables, "--json");
		expect(again.code).toBe(0);
		expect(JSON.parse(again.stdout)).toMatchObject({
			...{ status: "ok", provider: "s3", isChanged: false, conflicts: [] },
			cors: { isDifferent: false, after: [{ ID: "nuclom-browser" }] },
			lifecycle: { isDifferent: false },
		});
	});

	test("says that a folder needs nothing", async () => {
		const { code, stdout } = await storage("setup", {});
		expect(code).toBe(0);
		expect(stdout).toContain("nothing to do");
	});

	test("ends with 3 and the variable where the bucket is missing", async () => {
		const variables = { ...(await newBucket()), CLOUDFLARE_R2_BUCKET: "no-such-bucket" };
		const { code, stdout, stderr } = await storage("setup", variables);
		expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
		expect(stderr).toContain("The bucket does not exist.");
		expect(stderr).toContain("CLOUDFLARE_R2_BUCKET");
	});
});

describe("nuclom storage check", () => {
	test("fails at CORS until the bucket is set up, then passes", async () => {
		const variables = await newBucket();
		const before = await storage("check", variables);
		expect({ code: before.code, stderr: before.stderr }).toEqual({ code: 3, stderr: "" });
		expect(before.stdout).toMatch(/^✓ put +1000 bytes {2}\(\d+ ms\)$/m);
		expect(before.stdout).toMatch(
			/^✗ CORS preflight .*\(\d+ ms\)\n {2}Run: nuclom storage setup$/m,
		);
		expect(before.stdout).toMatch(/^! CORS answer +not tried: see CORS preflight$/m);
		expect(before.stdout).toContain("16 steps fine, 2 failed, 1 not tried");
		await storage("setup", variables);
		const after = await storage("check", variables, "--json");
		expect(after.code).toBe(0);
		const { status, steps } = JSON.parse(after.stdout) as { status: string; steps: object[] };
		expect(status).toBe("ok");
		expect(steps).toHaveLength(19);
	});

	test("ends with 4 where nothing listens", async () => {
		const variables = { ...(await newBucket()), CLOUDFLARE_R2_ENDPOINT: "http://127.0.0.1:1" };
		const { code, stdout } = await storage("check", variables);
		expect(code).toBe(4);
		expect(stdout).toContain("0 steps fine, 1 failed, 17 not tried");
	});

	test("passes for a folder, without a database", async () => {
		const { code, stdout } = await storage("check", {});
		expect(code).toBe(0);
		expect(stdout).toContain("16 steps fine, 0 failed, 0 not tried");
		expect(stdout).not.toContain("CORS");
	});

	test("removes what it wrote when it is interrupted, and ends with 130", async () => {
		const variables = await newBucket();
		await using folder = await temporaryFolder("cli-storage");
		const check = spawnCli(["storage", "check", "--data", folder.path], variables);
		await waitFor(() => check.said().stdout.includes("put"), { what: "the first put" });
		check.process.kill("SIGINT");
		const { code, stdout } = await check.ended;
		expect(code).toBe(130);
		expect(stdout).toMatch(/^✓ clean up +nothing is left/m);
	});
});
