import { AppError } from "@nuclom/core";
import postgres from "postgres";

const wrongPassword = new Set(["28P01", "28000"]);
const alreadyThere = new Set(["42P04", "23505"]);

function explain(cause: unknown): unknown {
	const code = (cause as { code?: string }).code ?? "";
	if (AppError.isInstance(cause)) return cause;
	if (wrongPassword.has(code)) {
		return new AppError("CONFIG_INVALID", "PostgreSQL does not accept the password given.", {
			hint: "The data folder was made with another password: bring back the secrets that belong to it.",
			cause,
		});
	}
	if (code === "53100") {
		return new AppError("DISK_FULL", "Creating the database: no space left on the disk.", {
			hint: "Free some space and start again.",
			cause,
		});
	}
	return new AppError("DATABASE_UNAVAILABLE", "PostgreSQL did not create the database.", { cause });
}

/**
 * Creates a database unless it exists; several callers may do so at once. Resolves to true when this call made it.
 * Throws CONFIG_INVALID for a wrong password, DISK_FULL, DATABASE_UNAVAILABLE.
 */
export async function ensureDatabase(maintenanceUrl: string, name: string): Promise<boolean> {
	const sql = postgres(maintenanceUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
	try {
		const found = await sql`select from pg_database where datname = ${name}`;
		if (found.length > 0) return false;
		await sql`create database ${sql(name)}`;
		return true;
	} catch (error) {
		if (alreadyThere.has((error as { code?: string }).code ?? "")) return false;
		throw explain(error);
	} finally {
		await sql.end({ timeout: 5 });
	}
}
