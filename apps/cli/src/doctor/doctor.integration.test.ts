import { createTestDatabase, temporaryFolder } from "@nuclom/testing";
import { expect, test } from "vitest";
import { runCli } from "../../test/support/cli.ts";

const secret = "k3Jx9Qw2Zr7Tn5Vb8Mc4Lp6Hs1Dg0FyA";

interface Check {
	readonly name: string;
	readonly status: string;
	readonly hint: string | null;
}

test("names what is missing and the command that brings it, and finds nothing after it", async () => {
	await using folder = await temporaryFolder("cli");
	await using database = await createTestDatabase({ templateKey: "cli: empty" });
	const variables = { DATABASE_URL: database.url, BETTER_AUTH_SECRET: secret };
	const doctor = async () => {
		const { code, stdout } = await runCli(["doctor", "--json", "--data", folder.path], variables);
		const { checks } = JSON.parse(stdout) as { checks: Check[] };
		return { code, failed: checks.filter(({ status }) => status === "fail"), checks };
	};
	const before = await doctor();
	expect(before.code).toBe(5);
	expect(before.failed.map(({ name }) => name)).toEqual(["migrations", "queue"]);
	for (const { hint } of before.failed) expect(hint).toContain("nuclom migrate");
	await runCli(["migrate", "--data", folder.path], variables);
	const after = await doctor();
	expect({ code: after.code, failed: after.failed }).toEqual({ code: 0, failed: [] });
	const names = "node,data disk,configuration,database,migrations,clock,queue,storage,redis,ffmpeg";
	expect(after.checks.map(({ name }) => name).join()).toContain(names);
});

test("says of a database that does not answer where it was looked for, without the password", async () => {
	await using folder = await temporaryFolder("cli");
	const { code, stdout, stderr } = await runCli(["doctor", "--data", folder.path], {
		DATABASE_URL: "postgres://nuclom:hunter2@127.0.0.1:9/nuclom",
		BETTER_AUTH_SECRET: secret,
	});
	expect({ code, stderr }).toEqual({ code: 4, stderr: "" });
	expect(stdout).toMatch(/^✗ database +No answer from 127\.0\.0\.1:9\/nuclom \(ECONNREFUSED\)\.$/m);
	expect(stdout).toMatch(/^! migrations +not asked: see database$/m);
	expect(stdout).toMatch(/^✓ ffmpeg /m);
	expect(stdout).not.toContain("hunter2");
});

test("says how to start where nothing was started yet", async () => {
	await using folder = await temporaryFolder("cli");
	const { code, stdout } = await runCli(["doctor", "--data", folder.path]);
	expect(code).toBe(3);
	expect(stdout).toMatch(/^✗ configuration /m);
	expect(stdout).toContain(`Nuclom does not run on ${folder.path}.`);
	expect(stdout).toContain("Start it first: npm start");
});
