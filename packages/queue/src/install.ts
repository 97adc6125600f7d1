import { setTimeout as delay } from "node:timers/promises";
import { AppError } from "@nuclom/core";
import type { PgBoss } from "pg-boss";
import { installerBoss } from "./connect.ts";

const backgroundLimitMs = 600_000;

/**
 * Creates the queue's schema, or brings it up to date. Idempotent, and safe when several run at
 * once: pg-boss takes an advisory lock. Waits for index builds that a migration left to the
 * background, because only this process runs them.
 *
 * @throws AppError DATABASE_MIGRATION_FAILED with the cause.
 */
export async function installQueueSchema(options: { readonly url: string }): Promise<void> {
	const boss = installerBoss(options.url);
	let lastError: unknown;
	boss.on("error", (error) => {
		lastError = error;
	});
	try {
		await boss.start();
		await backgroundBuildsDone(boss);
	} catch (error) {
		throw new AppError("DATABASE_MIGRATION_FAILED", "The job queue's schema was not installed.", {
			hint: "Check that the database accepts connections and that its user may create a schema.",
			cause: lastError ?? error,
		});
	} finally {
		await boss.stop({ graceful: false, close: true });
	}
}

async function backgroundBuildsDone(boss: PgBoss): Promise<void> {
	const deadline = performance.now() + backgroundLimitMs;
	for (;;) {
		const open = (await boss.getBamStatus()).filter((entry) => entry.status !== "completed");
		if (open.length === 0) return;
		if (performance.now() > deadline) {
			throw new Error(`index builds are not finished: ${JSON.stringify(open)}`);
		}
		await delay(200);
	}
}
