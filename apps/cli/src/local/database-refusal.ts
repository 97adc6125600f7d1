import { AppError } from "@nuclom/core";
import { redactText } from "@nuclom/monitoring";

/** A wrong password, a user that may not, a database that does not exist (PostgreSQL, appendix A). */
const refused = /^(28P01|28000|3D000)$/;

/**
 * What PostgreSQL said when it let us not in, for the operator to mend; undefined for everything else.
 * Drivers and packages wrap it, so the causes are looked through.
 */
export function databaseRefusal(error: unknown): AppError | undefined {
	let current = error;
	for (let depth = 0; depth < 5 && current instanceof Error; depth++, current = current.cause) {
		const { code, message } = current as Error & { code?: unknown };
		if (typeof code !== "string" || !refused.test(code)) continue;
		return new AppError("CONFIG_INVALID", `The database refused us: ${redactText(message)}.`, {
			hint: "Check the user, the password and the database's name in DATABASE_URL.",
			cause: error,
		});
	}
	return undefined;
}
