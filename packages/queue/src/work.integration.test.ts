import { once } from "node:events";
import { AppError } from "@nuclom/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Fixture, openFixture } from "../test/fixture.ts";
import { type DeadJob, defineJob, type JobContext } from "./index.ts";

interface Payload {
	readonly videoId: string;
}

const define = (options: object = {}) =>
	defineJob<Payload>({ name: "video.process", retryLimit: 2, retryDelayMs: 0, ...options });
const soon = { timeout: 30_000, interval: 20 };

let fixture: Fixture;
beforeEach(async () => {
	fixture = await openFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

describe("work", () => {
	it("hands over payload, id, attempt and a log that carries them", async () => {
		const job = define();
		const queue = await fixture.start([job]);
		const seen: JobContext<Payload>[] = [];
		await queue.work(job, { concurrency: 1 }, async (context) => {
			seen.push(context);
			context.log.info({ extra: 1 }, "Working.");
		});
		const jobId = await queue.enqueue(fixture.db, job, { videoId: "a" });
		await expect
			.poll(() => queue.counts(), soon)
			.toMatchObject({
				"video.process": { completed: 1 },
			});
		expect(seen).toHaveLength(1);
		expect(seen[0]).toMatchObject({
			payload: { videoId: "a" },
			jobId,
			attempt: 1,
			isLastAttempt: false,
		});
		expect(fixture.logs).toContainEqual({
			level: "info",
			message: "Working.",
			fields: { job: "video.process", jobId, attempt: 1, extra: 1 },
		});
	});

	it("tries again after a failure, with the last attempt marked, and lets the job succeed", async () => {
		const job = define();
		const queue = await fixture.start([job]);
		const attempts: [number, boolean][] = [];
		await queue.work(job, { concurrency: 1 }, async ({ attempt, isLastAttempt }) => {
			attempts.push([attempt, isLastAttempt]);
			if (!isLastAttempt) throw new Error("not yet");
		});
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await expect
			.poll(() => queue.counts(), soon)
			.toMatchObject({
				"video.process": { completed: 1, failed: 0 },
			});
		expect(attempts).toEqual([
			[1, false],
			[2, false],
			[3, true],
		]);
	});

	it("gives up after the last attempt and tells onDead why", async () => {
		const job = define();
		const queue = await fixture.start([job]);
		const dead: DeadJob<Payload>[] = [];
		const onDead = async (given: DeadJob<Payload>) => void dead.push(given);
		await queue.work(job, { concurrency: 1, onDead }, async () => {
			throw new AppError("STORAGE_UNAVAILABLE", "The bucket is away.");
		});
		const jobId = await queue.enqueue(fixture.db, job, { videoId: "a" });
		await expect.poll(() => dead.length, soon).toBe(1);
		expect(dead[0]).toMatchObject({
			payload: { videoId: "a" },
			jobId,
			attempts: 3,
			failure: { code: "STORAGE_UNAVAILABLE", message: "The bucket is away." },
		});
		expect(await queue.counts()).toMatchObject({ "video.process": { failed: 1, queued: 0 } });
	});

	it("gives up at once when trying again is no use", async () => {
		const job = define({ retryLimit: 10 });
		const queue = await fixture.start([job]);
		const dead: DeadJob<Payload>[] = [];
		let attempts = 0;
		const onDead = async (given: DeadJob<Payload>) => void dead.push(given);
		await queue.work(job, { concurrency: 1, onDead }, async () => {
			attempts += 1;
			throw new AppError("MEDIA_NOT_A_VIDEO", "This file is no video.");
		});
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await expect.poll(() => dead.length, soon).toBe(1);
		expect(attempts).toBe(1);
		expect(dead[0]?.failure.code).toBe("MEDIA_NOT_A_VIDEO");
	});

	it("stores nothing of a defect's message, and logs it", async () => {
		const job = define({ retryLimit: 0 });
		const queue = await fixture.start([job]);
		const dead: DeadJob<Payload>[] = [];
		const onDead = async (given: DeadJob<Payload>) => void dead.push(given);
		await queue.work(job, { concurrency: 1, onDead }, async () => {
			throw new Error("postgres://user:secret@host");
		});
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await expect.poll(() => dead.length, soon).toBe(1);
		expect(dead[0]?.failure.code).toBe("INTERNAL");
		const stored = await fixture.sql`select output::text as output from pgboss.job`;
		expect(JSON.stringify(stored)).not.toContain("secret");
		expect(fixture.logs.map((line) => String(line.fields.err))).toContain(
			"Error: postgres://user:secret@host",
		);
	});

	it("calls onDead again when it throws", async () => {
		const job = define({ retryLimit: 0 });
		const queue = await fixture.start([job]);
		let calls = 0;
		const onDead = async () => {
			calls += 1;
			if (calls === 1) throw new Error("the database is away");
		};
		await queue.work(job, { concurrency: 1, onDead }, async () => {
			throw new AppError("MEDIA_FAILED", "ffmpeg stopped.");
		});
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await expect.poll(() => calls, { ...soon, timeout: 60_000 }).toBe(2);
	});

	it("aborts the signal of a job that runs too long, and tries it again", async () => {
		const job = define({ expireInMs: 1000, retryLimit: 1 });
		const queue = await fixture.start([job]);
		const dead: DeadJob<Payload>[] = [];
		let aborted = 0;
		const onDead = async (given: DeadJob<Payload>) => void dead.push(given);
		await queue.work(job, { concurrency: 1, onDead }, async ({ signal }) => {
			await once(signal, "abort");
			aborted += 1;
		});
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await expect.poll(() => dead.length, soon).toBe(1);
		expect(aborted).toBe(2);
		expect(dead[0]).toMatchObject({ attempts: 2, failure: { code: "JOB_TIMED_OUT" } });
	});

	it("runs as many at once as told, and no more", async () => {
		const job = define();
		const queue = await fixture.start([job]);
		const ids = Array.from({ length: 40 }, (_, index) => `video-${index}`);
		for (const videoId of ids) await queue.enqueue(fixture.db, job, { videoId });
		let running = 0;
		let most = 0;
		const done = new Set<string>();
		const full = Promise.withResolvers<void>();
		await queue.work(job, { concurrency: 3 }, async ({ payload }) => {
			running += 1;
			most = Math.max(most, running);
			if (running === 3) full.resolve();
			await full.promise;
			running -= 1;
			done.add(payload.videoId);
		});
		await expect.poll(() => done.size, soon).toBe(40);
		expect(most).toBe(3);
	});

	it("shares the jobs of two processes without running one twice", async () => {
		const job = define();
		const queues = [await fixture.start([job]), await fixture.start([job])];
		const runs: string[] = [];
		for (const queue of queues) {
			await queue.work(
				job,
				{ concurrency: 2 },
				async ({ payload }) => void runs.push(payload.videoId),
			);
		}
		const ids = Array.from({ length: 50 }, (_, index) => `video-${index}`);
		for (const videoId of ids) await queues[0]?.enqueue(fixture.db, job, { videoId });
		await expect
			.poll(() => queues[0]?.counts(), soon)
			.toMatchObject({
				"video.process": { completed: 50 },
			});
		expect([...runs].sort()).toEqual([...ids].sort());
	});

	it("frees the key of a job that is done", async () => {
		const job = define();
		const queue = await fixture.start([job]);
		const gate = Promise.withResolvers<void>();
		const started = Promise.withResolvers<void>();
		await queue.work(job, { concurrency: 1 }, async () => {
			started.resolve();
			await gate.promise;
		});
		const options = { singletonKey: "version-1" };
		const ask = () => queue.enqueue(fixture.db, job, { videoId: "a" }, options);
		expect(await ask()).not.toBeNull();
		await started.promise;
		expect(await ask()).toBeNull();
		gate.resolve();
		await expect.poll(ask, soon).not.toBeNull();
	});
});
