import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPostgresServer, type PostgresServer } from "@nuclom/postgres-server";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type LogLine, recordingLogger } from "../test/fixture.ts";
import { createQueue, defineJob, fromPostgresJs, installQueueSchema, type Queue } from "./index.ts";

const job = defineJob<{ videoId: string }>({ name: "video.process", retryDelayMs: 0 });
const soon = { timeout: 60_000, interval: 50 };

let folder: string;
let server: PostgresServer;
let url: string;
let sql: Sql;
let queue: Queue;
let logs: LogLine[];

beforeEach(async () => {
	folder = join(tmpdir(), `nuclom-queue-${randomBytes(6).toString("hex")}`);
	const dataDir = join(folder, "data");
	server = createPostgresServer({ dataDir, superuserPassword: "secret", isDurable: false });
	await server.initialize();
	await server.start();
	url = server.url("postgres");
	await installQueueSchema({ url });
	sql = postgres(url, { max: 2, onnotice: () => {} });
	logs = [];
	queue = createQueue({ connect: { url }, logger: recordingLogger(logs), jobs: [job] });
	await queue.start();
});

afterEach(async () => {
	await queue.stop({ graceMs: 0 });
	await sql.end({ timeout: 1 });
	await server.stop("immediate");
	await rm(folder, { recursive: true, force: true });
});

it("survives PostgreSQL's crash and goes on when it is back", async () => {
	const runs: string[] = [];
	const gate = Promise.withResolvers<void>();
	await queue.work(job, { concurrency: 2 }, async ({ payload }) => {
		runs.push(payload.videoId);
		if (payload.videoId === "during") await gate.promise;
	});
	const db = fromPostgresJs(sql);
	await queue.enqueue(db, job, { videoId: "before" });
	await queue.enqueue(db, job, { videoId: "during" });
	await expect.poll(() => [...runs].sort(), soon).toEqual(["before", "during"]);

	await server.stop("immediate");
	await expect(queue.check()).rejects.toMatchObject({ code: "QUEUE_UNAVAILABLE" });
	await expect(queue.counts()).rejects.toMatchObject({ code: "QUEUE_UNAVAILABLE" });
	await expect(queue.enqueue(db, job, { videoId: "lost" })).rejects.toThrow();
	// Done, but nobody can write it down: the job must run again.
	gate.resolve();
	await expect.poll(() => troubles().length, soon).toBeGreaterThan(0);

	await server.start();
	await expect.poll(() => queue.check().then(() => "well"), soon).toBe("well");
	await queue.enqueue(db, job, { videoId: "after" });
	await expect.poll(() => runs.slice(2).sort(), soon).toEqual(["after", "during"]);
	await expect
		.poll(() => queue.counts(), soon)
		.toMatchObject({
			"video.process": { completed: 3, active: 0, queued: 0 },
		});
	// One line for each kind of trouble, not one for each poll.
	expect(troubles().length).toBeLessThan(10);
});

it("stops while PostgreSQL is away", async () => {
	await queue.work(job, { concurrency: 2 }, async () => {});
	await server.stop("immediate");
	await expect(queue.stop({ graceMs: 100 })).resolves.toBeUndefined();
});

function troubles(): LogLine[] {
	return logs.filter((line) => line.level === "warn");
}
