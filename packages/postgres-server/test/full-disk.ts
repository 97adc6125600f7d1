/**
 * What happens on a disk of 400 MB, mounted at the folder given, that is filled up twice: before the database is
 * made and before it is started. Prints the codes as a line of JSON. Run by machine.integration.test.ts.
 */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import postgres from "postgres";
import { createPostgresServer } from "../src/index.ts";

const disk = process.argv[2] ?? "";
const filler = join(disk, "filler");
const server = createPostgresServer({
	dataDir: join(disk, "data"),
	superuserPassword: "secret",
	settings: { shared_buffers: "16MB", min_wal_size: "32MB" },
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
	work.then(
		() => "no error",
		(error: { code?: string }) => error.code ?? String(error),
	);

async function fill(megabytes: number): Promise<void> {
	const args = ["if=/dev/zero", `of=${filler}`, "bs=1M", `count=${megabytes}`];
	await execa("dd", args, { reject: false });
}

async function note(statement: string): Promise<number> {
	const sql = postgres(server.url("postgres"), { max: 1, onnotice: () => {} });
	try {
		return (await sql.unsafe(statement)).length;
	} finally {
		await sql.end();
	}
}

await fill(380);
const initialize = await codeOf(server.initialize());
const left = (await readdir(disk)).filter((name) => name !== "filler");
await rm(filler);
await server.initialize();
await server.start();
await note("create table note as select 1 as one");
await server.stop();
await fill(400);
const start = await codeOf(server.start());
await rm(filler);
await server.start();
const rows = await note("select one from note");
await server.stop();
process.stdout.write(`${JSON.stringify({ initialize, left, start, rows })}\n`);
