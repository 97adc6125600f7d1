import type { Auth } from "@nuclom/auth";
import { assertMigrated, type Database } from "@nuclom/db";
import type { HealthCheck } from "@nuclom/monitoring";

/** Once the schema is known to be there it stays: asked again only after a failure. */
function schemaCheck(directUrl: string): () => Promise<void> {
	let isMigrated = false;
	return async () => {
		if (isMigrated) return;
		await assertMigrated({ url: directUrl });
		isMigrated = true;
	};
}

/** The database answers, and its schema is not behind this release. */
export function databaseCheck(database: Database, directUrl: string): HealthCheck {
	const assertSchema = schemaCheck(directUrl);
	return {
		critical: true,
		async check() {
			await database.check();
			await assertSchema();
		},
	};
}

/** better-auth's tables answer, and what the secret signs it also verifies. */
export function authCheck(auth: Auth): HealthCheck {
	return { critical: true, check: () => auth.check() };
}

/** Runs a costly check at most once in `everyMs`; a failure is asked again at once. */
export function atMostEvery(everyMs: number, check: () => Promise<void>): () => Promise<void> {
	let okUntilMs = Number.NEGATIVE_INFINITY;
	return async () => {
		if (performance.now() < okUntilMs) return;
		await check();
		okUntilMs = performance.now() + everyMs;
	};
}
