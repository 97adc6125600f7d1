export type { QueueConnect } from "./connect.ts";
export type { JobCounts } from "./counts.ts";
export type { DeadJob, DeadJobHandler } from "./dead-jobs.ts";
export type { EnqueueOptions } from "./enqueue.ts";
export type { JobFailure } from "./errors.ts";
export { installQueueSchema } from "./install.ts";
export {
	defineJob,
	type JobDefinition,
	type JobOptions,
	type JobPayload,
} from "./job-definition.ts";
export { createQueue, type Queue, type QueueOptions } from "./queue.ts";
export type { JobContext, JobHandler } from "./run-job.ts";
export {
	type DrizzleLike,
	fromDrizzle,
	fromPostgresJs,
	type SqlExecutor,
} from "./sql-executor.ts";
export type { WorkOptions } from "./work.ts";
