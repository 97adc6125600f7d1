import { createDatabase } from "@nuclom/db";
import { createTestDatabase, temporaryFolder } from "@nuclom/testing";
import { expect, test } from "vitest";
import { runCli } from "../../test/support/cli.ts";

const BETTER_AUTH_SECRET = "k3Jx9Qw2Zr7Tn5Vb8Mc4Lp6Hs1Dg0FyA";
const emptyDatabase = () => createTestDatabase({ templateKey: "cli: empty" });

test("applies what is missing once, and lists it", async () => {
	await using folder = await temporaryFolder("cli");
	await using database = await emptyDatabase();
	const migrate = (...flags: string[]) =>
		runCli(["migrate", "--data", folder.path, ...flags], {
			...{ DATABASE_URL: database.url, BETTER_AUTH_SECRET },
		});
	const before = await migrate("--status");
	expect(before).toMatchObject({ code: 0, stderr: "" });
	expect(before.stdout).toMatch(/^! \d+_\w+ {2}\(pending\)$/m);
	expect(before.stdout).toMatch(/\nRun: nuclom migrate\n$/);
	const first = await migrate();
	expect(first.code).toBe(0);
	expect(first.stdout).toMatch(/^✓ Applied \d+ migrations?: \d+_/);
	expect(await migrate()).toMatchObject({ code: 0, stdout: "✓ The database is up to date.\n" });
	const after = await migrate("--status", "--json");
	expect(JSON.parse(after.stdout)).toMatchObject({ status: "ok", pending: [], unknown: [] });
});

test("refuses a database of a newer Nuclom, after listing what is there", async () => {
	await using folder = await temporaryFolder("cli");
	await using database = await emptyDatabase();
	const migrate = (...flags: string[]) =>
		runCli(["migrate", "--data", folder.path, ...flags], {
			...{ DATABASE_URL: database.url, BETTER_AUTH_SECRET },
		});
	await migrate();
	const { drizzle, close } = createDatabase({ url: database.url, maxConnections: 1 });
	await drizzle.$client`
		insert into drizzle.__drizzle_migrations (hash, name) values ('', '20990101_later')`;
	await close();
	const listed = await migrate("--status");
	expect(listed.code).toBe(5);
	expect(listed.stdout).toMatch(/^✗ 20990101_later {2}\(of a newer Nuclom\)$/m);
	const refused = await migrate();
	expect(refused).toMatchObject({ code: 5, stdout: "" });
	expect(refused.stderr).toContain("✗ A newer Nuclom has migrated this database.\n");
	const inJson = await migrate("--json");
	expect(JSON.parse(inJson.stdout)).toMatchObject({
		status: "error",
		error: { code: "DATABASE_SCHEMA_AHEAD" },
	});
});

test("says what to do where there is no database, or none that lets us in", async () => {
	await using folder = await temporaryFolder("cli");
	await using database = await emptyDatabase();
	const migrate = (variables: Record<string, string>) =>
		runCli(["migrate", "--data", folder.path], { BETTER_AUTH_SECRET, ...variables });
	const nothing = await migrate({});
	expect(nothing).toMatchObject({ code: 3, stdout: "" });
	expect(nothing.stderr).toContain(`✗ Nuclom does not run on ${folder.path}.\n`);
	expect(nothing.stderr).toMatch(/npm start\n.*--data DIR\n.*DATABASE_URL/);
	const silent = await migrate({ DATABASE_URL: "postgres://nuclom@127.0.0.1:9/nuclom" });
	expect(silent).toMatchObject({ code: 4, stdout: "" });
	expect(silent.stderr).toMatch(/^✗ The database cannot be reached\.\n/);
	const address = new URL(database.url);
	address.password = "hunter2";
	const wrong = await migrate({ DATABASE_URL: address.href });
	expect(wrong).toMatchObject({ code: 3, stdout: "" });
	expect(wrong.stderr).toMatch(/^✗ The database refused us: password authentication failed/);
	expect(wrong.stderr).not.toMatch(/hunter2|\n +at /);
});
