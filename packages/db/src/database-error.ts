import { AppError } from "@nuclom/core";

/** Codes of postgres.js, of the operating system, and SQLSTATEs that mean "not now". */
const unavailable =
	/^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|08...|57P0[1-5]|53300)$/;

function sqlState(error: unknown): string | undefined {
	let current = error;
	for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth++) {
		const { code, errors } = current as { code?: unknown; errors?: unknown[] };
		if (typeof code === "string") return code;
		current = (current as { cause?: unknown }).cause ?? errors?.[0];
	}
	return undefined;
}

/** SQLSTATE 23505, through drizzle's wrapping. */
export function isUniqueViolation(error: unknown): boolean {
	return sqlState(error) === "23505";
}

/** An AppError for what a caller may act on; undefined for everything else. */
export function databaseError(error: unknown): AppError | undefined {
	const code = sqlState(error);
	if (code && unavailable.test(code)) {
		return new AppError("DATABASE_UNAVAILABLE", "The database cannot be reached.", {
			hint: "Nothing was lost. Try again in a moment.",
			cause: error,
		});
	}
	if (code === "53100") {
		return new AppError("DISK_FULL", "The database has no space left.", {
			hint: "Free space on its disk, then try again.",
			cause: error,
		});
	}
	return undefined;
}
