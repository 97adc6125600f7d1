import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "@nuclom/core";
import { createPostgresServer, type PostgresServer } from "@nuclom/postgres-server";
import { databaseUser } from "../local/environment.ts";
import type { Secrets } from "../local/secrets.ts";
import type { StateFolder } from "../local/state-folder.ts";

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
