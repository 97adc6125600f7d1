import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Fixture, openFixture } from "../test/fixture.ts";
import { type DeadJob, defineJob } from "./index.ts";

interface Payload {
	readonly videoId: string;
}

const script = fileURLToPath(new URL("../test/worker-process.ts", import.meta.url));

let fixture: Fixture;
const children: ChildProcess[] = [];
beforeEach(async () => {
	fixture = await openFixture();
});
afterEach(async () => {
	for (const child of children.splice(0)) child.kill("SIGKILL");
	await fixture[Symbol.asyncDispose]();
});

/** Starts a worker in a process of its own and resolves once it works on a job. */
async function startWorker(options: object): Promise<ChildProcess> {
	const args = ["--conditions=nuclom-source", script, fixture.url, JSON.stringify(options)];
	const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
	children.push(child);
	await once(child.stdout, "data");
	return child;
}

async function kill(child: ChildProcess): Promise<void> {
	const gone = once(child, "exit");
	child.kill("SIGKILL");
	await gone;
}

describe("a worker that is killed", () => {
	it("loses its job to another one within seconds of silence", async () => {
		const options = { name: "video.process", retryLimit: 3, retryDelayMs: 0 };
		const job = defineJob<Payload>(options);
		const producer = await fixture.start([job], { role: "producer" });
		await producer.enqueue(fixture.db, job, { videoId: "a" });
		await kill(await startWorker(options));

		const queue = await fixture.start([job]);
		const attempts: number[] = [];
		await queue.work(job, { concurrency: 1 }, async ({ attempt }) => void attempts.push(attempt));
		// Far below the 15 minutes in which the job would expire; 10 s of silence and 5 s to notice.
		await expect.poll(() => attempts, { timeout: 60_000, interval: 50 }).toEqual([2]);
	});

	it("on the last attempt still has its job given up in the open", async () => {
		const options = { name: "video.process", retryLimit: 0 };
		const job = defineJob<Payload>(options);
		const producer = await fixture.start([job], { role: "producer" });
		const jobId = await producer.enqueue(fixture.db, job, { videoId: "a" });
		await kill(await startWorker(options));

		const queue = await fixture.start([job]);
		const dead: DeadJob<Payload>[] = [];
		const onDead = async (given: DeadJob<Payload>) => void dead.push(given);
		await queue.work(job, { concurrency: 1, onDead }, async () => {
			throw new Error("never called");
		});
		await expect.poll(() => dead.length, { timeout: 60_000, interval: 50 }).toBe(1);
		expect(dead[0]).toMatchObject({
			payload: { videoId: "a" },
			jobId,
			attempts: 1,
			failure: { code: "JOB_ABANDONED" },
		});
	});

	it("keeps its job while it is only slow", async () => {
		const options = { name: "video.process", retryLimit: 3, retryDelayMs: 0 };
		const job = defineJob<Payload>(options);
		const producer = await fixture.start([job], { role: "producer" });
		await producer.enqueue(fixture.db, job, { videoId: "a" });
		await startWorker(options);
		const watcher = await fixture.start([job]);
		const attempts: number[] = [];
		await watcher.work(job, { concurrency: 1 }, async ({ attempt }) => void attempts.push(attempt));
		const beats = async () => {
			const [row] = await fixture.sql`
				select extract(epoch from heartbeat_on - started_on)::float as lived
				from pgboss.job where name = ${job.name}`;
			return row?.lived;
		};
		// Longer alive than the silence that would have cost it the job.
		await expect.poll(beats, { timeout: 60_000, interval: 100 }).toBeGreaterThan(12);
		expect(attempts).toEqual([]);
	});
});
