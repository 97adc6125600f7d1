import { chmod, mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { execa, type ResultPromise } from "execa";
import postgres from "postgres";
import { afterAll } from "vitest";
import { createPostgresServer } from "../src/server.ts";
import type { PostgresServer, PostgresServerOptions } from "../src/server-types.ts";

export const password = "correct horse/battery'staple";

export interface TestFolder extends AsyncDisposable {
	readonly path: string;
	/** A server on `data` in this folder; stopped before the folder is removed. */
	server(options?: Partial<PostgresServerOptions>): PostgresServer;
	/** The same on a copy of a folder that was initialized once for the test file. */
	seededServer(options?: Partial<PostgresServerOptions>): Promise<PostgresServer>;
}

function serverIn(path: string, options: Partial<PostgresServerOptions> = {}): PostgresServer {
	const settings = { fsync: "off", shared_buffers: "16MB" };
	const dataDir = join(path, "data");
	return createPostgresServer({ dataDir, superuserPassword: password, settings, ...options });
}

async function makeParent(): Promise<string> {
	const parent = await mkdtemp(join(tmpdir(), "nuclom-pg-test-"));
	await chmod(parent, 0o755);
	return parent;
}

let seed: Promise<string> | undefined;

async function makeSeed(): Promise<string> {
	const parent = await makeParent();
	await serverIn(parent, { isDurable: false }).initialize();
	return parent;
}

afterAll(async () => {
	if (seed) await rm(await seed, { recursive: true, force: true });
});

/** A folder that PostgreSQL's user can pass, gone at the end with the servers in it. */
export async function testFolder(): Promise<TestFolder> {
	const parent = await makeParent();
	const path = join(parent, "state");
	await mkdir(path);
	const servers: PostgresServer[] = [];
	const server: TestFolder["server"] = (options) => {
		const made = serverIn(path, options);
		servers.push(made);
		return made;
	};
	return {
		path,
		server,
		async seededServer(options) {
			seed ??= makeSeed();
			await execa("cp", ["-a", join(await seed, "data"), join(path, "data")]);
			return server(options);
		},
		async [Symbol.asyncDispose]() {
			for (const made of servers) await made.stop("immediate").catch(() => {});
			await rm(parent, { recursive: true, force: true });
		},
	};
}

/** Runs one statement on a database. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		return await sql.unsafe(statement);
	} finally {
		await sql.end({ timeout: 5 });
	}
}

export async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}

export function isListening(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, "127.0.0.1");
		socket.once("connect", () => {
			socket.destroy();
			resolve(true);
		});
		socket.once("error", () => resolve(false));
	});
}

export interface Owner {
	readonly process: ResultPromise;
	/** What it printed when it was ready. */
	readonly ready: Promise<Record<string, unknown>>;
}

/** Starts test/owner.ts. */
export function startOwner(until: string, options: Partial<PostgresServerOptions> = {}): Owner {
	const child = execa(process.execPath, ["--conditions=nuclom-source", "test/owner.ts"], {
		input: JSON.stringify({ until, options }),
		stderr: "inherit",
		reject: false,
	});
	const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
		const lines = createInterface({ input: child.stdout });
		lines.once("line", (line) => resolve(JSON.parse(line)));
		lines.once("close", () => reject(new Error("The owner ended before it was ready.")));
	});
	return { process: child, ready };
}
