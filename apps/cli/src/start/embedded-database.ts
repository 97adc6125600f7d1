import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "@nuclom/core";
import { createPostgresServer, type PostgresServer } from "@nuclom/postgres-server";
import { databaseUser } from "../local/environment.ts";
import { refer } from "../local/run-file.ts";
import type { Secrets } from "../local/secrets.ts";
import type { StateFolder } from "../local/state-folder.ts";
import { goneWithin } from "./left-behind.ts";

/** The PostgreSQL of this state folder. Nothing is started yet. */
export function embeddedDatabase(
	folder: StateFolder,
	secrets: Secrets,
	logger: Logger,
): PostgresServer {
	return createPostgresServer({
		dataDir: folder.database,
		superuserPassword: secrets.databasePassword,
		user: databaseUser,
		maxConnections: 100,
		logger,
	});
}

/** Creates, starts or adopts it. Resolves to its address. */
export async function bringUpDatabase(server: PostgresServer, name: string): Promise<string> {
	await server.initialize();
	await server.start();
	await server.ensureDatabase(name);
	return server.url(name);
}

/** Its file goes a moment before its process does: waits for that one, too, so that nothing is left. */
export async function stopDatabase(server: PostgresServer): Promise<void> {
	const { pid } = await server.status();
	const postmaster = pid === undefined ? undefined : await refer(pid);
	await server.stop();
	if (postmaster) await goneWithin(postmaster, 1_000);
}

/** Starts it again when it dies while we run: everything else waits for it and goes on. */
export async function keepDatabaseAlive(
	server: PostgresServer,
	logger: Logger,
	stopping: AbortSignal,
): Promise<void> {
	let pauseMs = 500;
	while (!stopping.aborted) {
		try {
			const { exited } = await server.start();
			pauseMs = 500;
			await Promise.race([exited, aborted(stopping)]);
			if (stopping.aborted) return;
			logger.error({}, "PostgreSQL has ended; starting it again");
		} catch (error) {
			if (stopping.aborted) return;
			logger.error({ err: error }, "PostgreSQL could not be started; trying again");
			pauseMs = Math.min(pauseMs * 2, 30_000);
		}
		await wait(pauseMs, undefined, { signal: stopping }).catch(() => undefined);
	}
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		signal.addEventListener("abort", () => resolve(), { once: true });
	});
}
