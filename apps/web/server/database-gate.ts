import type { Platform } from "@nuclom/platform";

/** Throws DATABASE_UNAVAILABLE while PostgreSQL is away. */
export type DatabaseGate = () => Promise<void>;

const okForMs = 1000;
const limitMs = 3000;

/**
 * Asks the database at most once a second, one question at a time. A page that cannot be rendered
 * is refused before Next begins, because afterwards its status could not be changed any more.
 */
export function createDatabaseGate({ database }: Pick<Platform, "database">): DatabaseGate {
	let okUntilMs = 0;
	let asking: Promise<void> | undefined;

	const ask = async () => {
		await withLimit(database.check());
		okUntilMs = performance.now() + okForMs;
	};
	return async () => {
		if (performance.now() < okUntilMs) return;
		asking ??= ask().finally(() => {
			asking = undefined;
		});
		await asking;
	};
}

async function withLimit(check: Promise<void>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<never>((_, reject) => {
		// The code is the operating system's, so that the one error map knows it.
		const late = Object.assign(new Error("The database did not answer."), { code: "ETIMEDOUT" });
		timer = setTimeout(() => reject(late), limitMs);
	});
	await Promise.race([check, limit]).finally(() => clearTimeout(timer));
}
