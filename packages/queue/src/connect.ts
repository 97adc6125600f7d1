import { type ConstructorOptions, PgBoss } from "pg-boss";

export interface QueueConnect {
	/**
	 * A direct `postgresql://` address. LISTEN does not pass a pooler in transaction mode; there, new
	 * jobs are found by polling only.
	 */
	readonly url: string;
	/** Shown in pg_stat_activity. */
	readonly applicationName?: string;
	/** Connections for claiming and settling jobs; one more listens. Default 4. */
	readonly maxConnections?: number;
}

/** The schema that holds the queue's own tables. */
export const queueSchema = "pgboss";

const common = {
	schema: queueSchema,
	// Nothing here is scheduled by cron, and the worker's metrics come from `counts()`.
	schedule: false,
	registerInstance: false,
	openTelemetry: { enabled: false },
	connectionTimeoutMillis: 5000,
} satisfies ConstructorOptions;

/** For `nuclom migrate` alone: may create and change the schema. */
export function installerBoss(url: string): PgBoss {
	return new PgBoss({
		...common,
		connectionString: url,
		application_name: "nuclom-migrate-queue",
		max: 2,
		supervise: false,
		migrate: true,
		bamIntervalSeconds: 10,
	});
}

/** Enqueues only: no listener, no maintenance, connections opened when first needed. */
export function producerBoss(connect: QueueConnect): PgBoss {
	return new PgBoss({
		...common,
		connectionString: connect.url,
		application_name: connect.applicationName ?? "nuclom-queue",
		max: connect.maxConnections ?? 2,
		supervise: false,
		migrate: false,
	});
}

/** Works: listens for new jobs and, every 5 s, finds those whose worker fell silent. */
export function workerBoss(connect: QueueConnect): PgBoss {
	return new PgBoss({
		...common,
		connectionString: connect.url,
		application_name: connect.applicationName ?? "nuclom-worker",
		max: connect.maxConnections ?? 4,
		migrate: false,
		useListenNotify: true,
		supervise: true,
		superviseIntervalSeconds: 5,
		monitorIntervalSeconds: 5,
		maintenanceIntervalSeconds: 3600,
		// Job dependencies are not used.
		flowIntervalSeconds: 3600,
	});
}
