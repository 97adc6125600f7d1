import { once } from "node:events";
import { silentLogger } from "@nuclom/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Fixture, openFixture } from "../test/fixture.ts";
import { createQueue, defineJob } from "./index.ts";

const options = { name: "video.process", retryLimit: 0, retryDelayMs: 0 };
const job = defineJob<{ videoId: string }>(options);
const soon = { timeout: 30_000, interval: 20 };

let fixture: Fixture;
beforeEach(async () => {
	fixture = await openFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const rows = () => fixture.sql`
	select state, retry_count, retry_limit from pgboss.job where name = ${job.name}`;

describe("stop", () => {
	it("waits for a running handler and takes nothing new", async () => {
		const queue = await fixture.start([job]);
		const gate = Promise.withResolvers<void>();
		const started = Promise.withResolvers<void>();
		let runs = 0;
		await queue.work(job, { concurrency: 1 }, async () => {
			runs += 1;
			started.resolve();
			await gate.promise;
		});
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await queue.enqueue(fixture.db, job, { videoId: "b" });
		await started.promise;
		const stopped = queue.stop({ graceMs: 60_000 });
		gate.resolve();
		await stopped;
		expect(runs).toBe(1);
		// The second one waits: untouched, or given back when its claim crossed the stop.
		const states = (await rows()).map((row) => row.state).sort();
		expect(states).toEqual(["completed", expect.stringMatching(/^(created|retry)$/)]);
	});

	it("aborts the signal when the grace is over, and the job runs again with no attempt lost", async () => {
		const first = await fixture.start([job]);
		const started = Promise.withResolvers<void>();
		await first.work(job, { concurrency: 1 }, async ({ signal }) => {
			started.resolve();
			await once(signal, "abort");
			throw signal.reason;
		});
		await first.enqueue(fixture.db, job, { videoId: "a" });
		await started.promise;
		await first.stop({ graceMs: 10 });
		expect(await rows()).toEqual([{ state: "retry", retry_count: 0, retry_limit: 1 }]);

		const second = await fixture.start([job]);
		const attempts: [number, boolean][] = [];
		await second.work(job, { concurrency: 1 }, async ({ attempt, isLastAttempt }) => {
			attempts.push([attempt, isLastAttempt]);
		});
		await expect
			.poll(() => second.counts(), soon)
			.toMatchObject({
				"video.process": { completed: 1, failed: 0 },
			});
		expect(attempts).toEqual([[2, true]]);
		expect(fixture.logs.some((line) => line.level === "warn")).toBe(false);
	});

	it("gives back the job of a handler that does not listen to its signal", async () => {
		const queue = await fixture.start([job]);
		const gate = Promise.withResolvers<void>();
		const started = Promise.withResolvers<void>();
		await queue.work(job, { concurrency: 1 }, async () => {
			started.resolve();
			await gate.promise;
		});
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await started.promise;
		await queue.stop({ graceMs: 0 });
		expect(await rows()).toEqual([{ state: "retry", retry_count: 0, retry_limit: 1 }]);
		gate.resolve();
	});
});

describe("start", () => {
	it("takes over changed options, whichever version starts last", async () => {
		await fixture.start([job], { role: "producer" });
		const changed = defineJob<{ videoId: string }>({
			...options,
			retryLimit: 7,
			retryBackoff: false,
			expireInMs: 60_500,
		});
		await fixture.start([changed], { role: "producer" });
		const found = await fixture.sql`
			select retry_limit, retry_backoff, expire_seconds, policy, dead_letter
			from pgboss.queue where name = ${job.name}`;
		expect(found).toEqual([
			{
				retry_limit: 7,
				retry_backoff: false,
				expire_seconds: 61,
				policy: "exclusive",
				dead_letter: "video.process.dead",
			},
		]);
	});

	it("works from several processes at once", async () => {
		const starts = Array.from({ length: 8 }, () => fixture.start([job], { role: "producer" }));
		expect(await Promise.all(starts)).toHaveLength(8);
	});

	it("names the missing schema, the older one and the newer one", async () => {
		const queue = createQueue({ connect: { url: fixture.url }, logger: silentLogger, jobs: [job] });
		await fixture.sql`update pgboss.version set version = version - 1`;
		await expect(queue.start()).rejects.toMatchObject({ code: "DATABASE_SCHEMA_BEHIND" });
		await fixture.sql`update pgboss.version set version = version + 2`;
		await expect(queue.start()).rejects.toMatchObject({ code: "DATABASE_SCHEMA_AHEAD" });
		await fixture.sql`drop schema pgboss cascade`;
		await expect(queue.start()).rejects.toMatchObject({ code: "DATABASE_SCHEMA_BEHIND" });
		const schemas = await fixture.sql`select from pg_namespace where nspname = 'pgboss'`;
		expect(schemas).toHaveLength(0);
	});

	it("says that PostgreSQL cannot be reached", async () => {
		const url = "postgres://nobody@127.0.0.1:1/none";
		const queue = createQueue({ connect: { url }, logger: silentLogger, jobs: [job] });
		await expect(queue.start()).rejects.toMatchObject({ code: "QUEUE_UNAVAILABLE" });
		await expect(queue.check()).rejects.toMatchObject({ code: "QUEUE_UNAVAILABLE" });
	});
});
