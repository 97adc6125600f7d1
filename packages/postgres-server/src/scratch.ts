import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Logger, silentLogger } from "@nuclom/core";
import { serverAccount } from "./account.ts";
import { ownerOf, takeOwnership } from "./owner.ts";
import { poll } from "./poll.ts";
import { readPostmaster } from "./postmaster-file.ts";
import { giveTo } from "./reachable.ts";
import { createPostgresServer } from "./server.ts";
import type { Settings } from "./settings.ts";

export interface ScratchServerOptions {
	readonly settings?: Settings;
	readonly binariesDir?: string;
	readonly reachableDir?: string;
	/** Default 200. */
	readonly maxConnections?: number;
	readonly logger?: Logger;
}

export interface ScratchServer extends AsyncDisposable {
	/** Address with the superuser's password; the database `postgres` by default. */
	url(database?: string): string;
	ensureDatabase(name: string): Promise<boolean>;
	/** The folder that goes with the server. */
	readonly dataDir: string;
	readonly pid: number;
	readonly port: number;
	readonly version: string;
	/** Ends the server at once and removes its folder; may be called again. */
	stop(): Promise<void>;
}

const prefix = "nuclom-scratch-";

// Nobody will miss these data: nothing waits for the disk.
const careless: Settings = {
	fsync: "off",
	full_page_writes: "off",
	synchronous_commit: "off",
	logging_collector: "off",
	shared_buffers: "64MB",
	max_wal_size: "256MB",
};

async function remove(folder: string): Promise<void> {
	const dataDir = join(folder, "data");
	const orphan = await readPostmaster(dataDir);
	if (orphan) {
		process.kill(orphan.pid, "SIGQUIT");
		await poll(async () => ((await readPostmaster(dataDir)) ? undefined : true), 10_000);
	}
	await rm(folder, { recursive: true, force: true });
}

/** Ends and removes the scratch servers whose owner was killed before it could. */
async function sweep(): Promise<void> {
	for (const name of await readdir(tmpdir())) {
		if (!name.startsWith(prefix)) continue;
		const folder = join(tmpdir(), name);
		// A folder of another user cannot be looked into and is theirs to remove.
		if ((await ownerOf(folder)).state === "dead") await remove(folder).catch(() => {});
	}
}

/**
 * A PostgreSQL for tests and restore drills: in a folder of its own under the system's temporary one, on a free
 * port, without fsync, gone after `stop()`. What a killed run left behind is removed by the next one.
 */
export async function startScratchServer(
	options: ScratchServerOptions = {},
): Promise<ScratchServer> {
	await sweep();
	const folder = await mkdtemp(join(tmpdir(), prefix));
	const account = await serverAccount(folder);
	await takeOwnership(folder, account);
	await giveTo(account, folder);
	const server = createPostgresServer({
		...options,
		dataDir: join(folder, "data"),
		superuserPassword: randomBytes(18).toString("base64url"),
		maxConnections: options.maxConnections ?? 200,
		settings: { ...careless, ...options.settings },
		isDurable: false,
		logger: options.logger ?? silentLogger,
	});
	const stop = async () => {
		await server.stop("immediate");
		await rm(folder, { recursive: true, force: true });
	};
	try {
		await server.initialize();
		const { pid, port } = await server.start();
		return {
			url: (database = "postgres") => server.url(database),
			ensureDatabase: server.ensureDatabase,
			dataDir: join(folder, "data"),
			pid,
			port,
			version: server.version ?? "",
			stop,
			[Symbol.asyncDispose]: stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}
