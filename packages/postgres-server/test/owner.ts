/**
 * A program that owns a PostgreSQL, for tests that kill it. It does what its input says (JSON: the server's options
 * and `until`: how far to go), prints a line of JSON when it is there, and then waits to be ended.
 */
import { text } from "node:stream/consumers";
import postgres from "postgres";
import { createPostgresServer, startScratchServer } from "../src/index.ts";

const { until, options } = JSON.parse(await text(process.stdin));

async function run(): Promise<unknown> {
	if (until === "scratch") {
		const { pid, dataDir } = await startScratchServer();
		return { pid, dataDir };
	}
	const server = createPostgresServer(options);
	await server.initialize();
	if (until === "initialized") return {};
	const { pid, port, isAdopted } = await server.start();
	await server.ensureDatabase("app");
	const sql = postgres(server.url("app"), { max: 1, onnotice: () => {} });
	await sql`create table if not exists note (text text)`;
	await sql`insert into note values ('committed')`;
	await sql.end();
	return { pid, port, isAdopted };
}

process.stdout.write(`${JSON.stringify(await run())}\n`);
setInterval(() => {}, 60_000);
