/** The little that is needed of a database connection or transaction. */
export interface SqlExecutor {
	query(text: string, values: readonly unknown[]): Promise<{ readonly rows: unknown[] }>;
}

interface PostgresJsLike {
	unsafe(text: string, values?: string[]): PromiseLike<unknown>;
}

/** Runs on a postgres.js client, or in its transaction when given the `sql` that `begin` hands out. */
export function fromPostgresJs(sql: PostgresJsLike): SqlExecutor {
	return {
		async query(text, values) {
			const rows = await sql.unsafe(text, [...values] as string[]);
			return { rows: [...(rows as unknown[])] };
		},
	};
}

/** What a drizzle database or transaction on postgres.js looks like from outside (1.0.0-rc.5). */
export interface DrizzleLike {
	readonly _: { readonly session: unknown };
}

/**
 * Runs in a drizzle transaction over postgres.js. drizzle has no public call that takes text with
 * parameters, so this reaches the postgres.js handle that the transaction's session holds.
 *
 * @throws TypeError when the object is not drizzle over postgres.js.
 */
export function fromDrizzle(tx: DrizzleLike): SqlExecutor {
	const session = tx._?.session as { readonly client?: Partial<PostgresJsLike> } | undefined;
	if (typeof session?.client?.unsafe !== "function") {
		throw new TypeError("fromDrizzle wants a drizzle database or transaction on postgres.js.");
	}
	return fromPostgresJs(session.client as PostgresJsLike);
}
