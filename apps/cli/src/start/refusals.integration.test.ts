import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { createDatabase } from "@nuclom/db";
import { freePort } from "@nuclom/postgres-server";
import { createTestDatabase, temporaryFolder } from "@nuclom/testing";
import { expect, test } from "vitest";
import { runCli } from "../../test/support/cli.ts";

test("a port that is taken: named, and nothing was started", async () => {
	await using folder = await temporaryFolder("cli");
	const port = await freePort();
	await using server = createServer().listen(port, "127.0.0.1");
	await once(server, "listening");
	const dataDir = join(folder.path, "state");
	const { code, stdout, stderr } = await runCli([
		...["start", "--port", String(port), "--data", dataDir],
	]);
	expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
	expect(stderr).toBe(
		`✗ Port ${port} is used by another program.\n  Choose another one: npm start -- --port ${port + 1}\n`,
	);
	expect(await readdir(dataDir)).toEqual(["version.json"]);
});

test("a folder of a newer Nuclom: named, and left as it is", async () => {
	await using folder = await temporaryFolder("cli");
	const file = join(folder.path, "version.json");
	const text = '{ "format": 999, "nuclom": "9.1.0" }';
	await writeFile(file, text);
	const { code, stdout, stderr } = await runCli(["start", "--data", folder.path]);
	expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
	expect(stderr).toContain(`✗ ${folder.path} was written by Nuclom 9.1.0.\n`);
	expect(stderr).toContain("Nothing was changed.");
	expect(await readdir(folder.path)).toEqual(["version.json"]);
	expect(await readFile(file, "utf8")).toBe(text);
});

test("a database that a newer Nuclom has migrated: left as it is", async () => {
	await using folder = await temporaryFolder("cli");
	await using database = await createTestDatabase({ templateKey: "cli: empty" });
	const BETTER_AUTH_SECRET = "k3Jx9Qw2Zr7Tn5Vb8Mc4Lp6Hs1Dg0FyA";
	const variables = { DATABASE_URL: database.url, BETTER_AUTH_SECRET };
	await runCli(["migrate", "--data", folder.path], variables);
	const { drizzle, close } = createDatabase({ url: database.url, maxConnections: 1 });
	const sql = drizzle.$client;
	const contents = async () => [
		await sql`select name from drizzle.__drizzle_migrations order by id`,
		await sql`select table_name, column_name from information_schema.columns
			where table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
	];
	try {
		await sql`insert into drizzle.__drizzle_migrations (hash, name) values ('', '20990101_later')`;
		const before = await contents();
		const port = String(await freePort());
		const start = await runCli(["start", "--port", port, "--data", folder.path], variables);
		expect(start.code).toBe(5);
		expect(start.stderr).toContain("✗ A newer Nuclom has migrated this database.\n");
		expect(start.stderr).toContain("Nothing was changed.");
		expect(await contents()).toEqual(before);
	} finally {
		await close();
	}
});

test("a data folder that is a file, or one that cannot be read: named", async () => {
	await using folder = await temporaryFolder("cli");
	const file = join(folder.path, "file");
	await writeFile(file, "");
	const onFile = await runCli(["start", "--data", file]);
	expect(onFile).toMatchObject({ code: 3, stdout: "" });
	expect(onFile.stderr).toContain(`✗ The data folder ${file} cannot be made.\n`);
	const broken = join(folder.path, "broken");
	await mkdir(broken);
	await writeFile(join(broken, "secrets.json"), "{ half");
	const onBroken = await runCli(["start", "--port", String(await freePort()), "--data", broken]);
	expect(onBroken).toMatchObject({ code: 3 });
	expect(onBroken.stderr).toContain(`✗ ${broken}/secrets.json cannot be read.\n`);
	expect((await readdir(broken)).toSorted()).toEqual(["secrets.json", "version.json"]);
});
