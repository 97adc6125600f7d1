import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { databaseError } from "./database-error.ts";
import { observeQueries, type QueryObserver } from "./observe-queries.ts";

export interface DatabaseConfig {
	/** Where queries go; may be a transaction pooler. */
	readonly url: string;
	/** Where LISTEN and session locks go; the same as `url` unless a pooler stands between. */
	readonly directUrl?: string;
	/** Upper bound of the pool. The seed's production value is 50. */
	readonly maxConnections?: number;
	/** An idle connection is closed after this. */
	readonly idleTimeoutMs?: number;
	/** A connection is replaced after this. */
	readonly maxLifetimeMs?: number;
	/** Prepared statements; off by default because transaction poolers lose them. */
	readonly prepare?: boolean;
	readonly connectTimeoutMs?: number;
	/** Shown in pg_stat_activity. */
	readonly applicationName?: string;
	/** Called after every query with its kind, such as "select videos", and its duration. */
	readonly onQuery?: QueryObserver;
}

export type Drizzle = PostgresJsDatabase & { $client: postgres.Sql };
/** What a verb writes through: inside `transaction` only. */
export type Transaction = Parameters<Parameters<Drizzle["transaction"]>[0]>[0];
/** Either of the two, for helpers that only read. */
export type Executor = Drizzle | Transaction;

export interface Database {
	readonly drizzle: Drizzle;
	/**
	 * Runs `work` in one transaction.
	 * @throws whatever `work` throws, after a rollback
	 */
	transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
	/**
	 * Listens on a channel over the direct connection, again after a reconnect.
	 * `onListen` runs each time the listening (re)starts: what was notified between is lost.
	 */
	listen(
		channel: string,
		onMessage: (payload: string) => void,
		onListen?: () => void,
	): Promise<() => Promise<void>>;
	/** @throws {AppError} DATABASE_UNAVAILABLE */
	check(): Promise<void>;
	close(): Promise<void>;
}

const minuteMs = 60_000;

function options(config: DatabaseConfig, max: number): postgres.Options<Record<string, never>> {
	return {
		max,
		idle_timeout: (config.idleTimeoutMs ?? 20_000) / 1000,
		max_lifetime: (config.maxLifetimeMs ?? 30 * minuteMs) / 1000,
		connect_timeout: (config.connectTimeoutMs ?? 10_000) / 1000,
		prepare: config.prepare ?? false,
		// On a new connection postgres.js asks for the array types first. Where the connection ends in that very
		// moment, its rejection has no handler and the query behind it never settles; drizzle maps arrays itself.
		fetch_types: false,
		// In seconds. The default grows to 20: so long would queries hang after an outage is over.
		backoff: (failures: number) => Math.min(0.05 * 2 ** failures, 1),
		connection: { application_name: config.applicationName ?? "nuclom" },
		onnotice: () => {},
	};
}

/** Opens nothing until the first query. */
export function createDatabase(config: DatabaseConfig): Database {
	const pool = postgres(config.url, options(config, config.maxConnections ?? 50));
	const client = config.onQuery ? observeQueries(pool, config.onQuery) : pool;
	const orm = drizzle({ client }) as Drizzle;
	let direct: postgres.Sql | undefined;

	return {
		drizzle: orm,
		transaction: (work) => orm.transaction(work),
		async listen(channel, onMessage, onListen) {
			direct ??= postgres(config.directUrl ?? config.url, options(config, 1));
			const subscription = await direct.listen(channel, onMessage, onListen);
			return () => subscription.unlisten();
		},
		async check() {
			try {
				await client.unsafe("select 1");
			} catch (error) {
				throw databaseError(error) ?? error;
			}
		},
		async close() {
			await Promise.all([pool.end({ timeout: 5 }), direct?.end({ timeout: 5 })]);
		},
	};
}
