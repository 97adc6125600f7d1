import type { Logger } from "@nuclom/core";
import { createTestDatabase } from "@nuclom/testing";
import postgres, { type Sql } from "postgres";
import {
	createQueue,
	fromPostgresJs,
	installQueueSchema,
	type JobDefinition,
	type Queue,
	type QueueOptions,
	type SqlExecutor,
} from "../src/index.ts";

export interface LogLine {
	readonly level: string;
	readonly message: string;
	readonly fields: Readonly<Record<string, unknown>>;
}

export interface Fixture extends AsyncDisposable {
	readonly url: string;
	readonly sql: Sql;
	/** Outside any transaction. */
	readonly db: SqlExecutor;
	readonly logs: LogLine[];
	/** A started queue, stopped with the fixture. */
	start(jobs: readonly JobDefinition[], options?: Partial<QueueOptions>): Promise<Queue>;
}

/** A database of its own with the queue's schema in it. */
export async function openFixture(): Promise<Fixture> {
	const migrate = (url: string) => installQueueSchema({ url });
	const database = await createTestDatabase({ templateKey: "queue", migrate });
	const sql = postgres(database.url, { max: 4, onnotice: () => {} });
	const queues: Queue[] = [];
	const logs: LogLine[] = [];
	return {
		url: database.url,
		sql,
		db: fromPostgresJs(sql),
		logs,
		async start(jobs, options = {}) {
			const connect = { url: database.url };
			const queue = createQueue({ connect, jobs, logger: recordingLogger(logs), ...options });
			await queue.start();
			queues.push(queue);
			return queue;
		},
		async [Symbol.asyncDispose]() {
			await Promise.all(queues.map((queue) => queue.stop({ graceMs: 0 })));
			await sql.end();
			await database.close();
		},
	};
}

export function recordingLogger(logs: LogLine[], bound: Record<string, unknown> = {}): Logger {
	const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) => {
		logs.push({ level, message, fields: { ...bound, ...fields } });
	};
	return {
		debug: write("debug"),
		info: write("info"),
		warn: write("warn"),
		error: write("error"),
		child: (fields) => recordingLogger(logs, { ...bound, ...fields }),
	};
}
