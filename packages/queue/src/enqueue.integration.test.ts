import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Fixture, openFixture } from "../test/fixture.ts";
import { defineJob, fromPostgresJs } from "./index.ts";

const job = defineJob<{ videoId: string }>({ name: "video.process" });
const other = defineJob<{ videoId: string }>({ name: "video.index" });

let fixture: Fixture;
beforeEach(async () => {
	fixture = await openFixture();
});
afterEach(() => fixture[Symbol.asyncDispose]());

const queued = async (name = job.name) => {
	const rows = await fixture.sql`select data from pgboss.job where name = ${name}`;
	return rows.map((row) => row.data);
};

describe("enqueue", () => {
	it("is committed with the caller's rows", async () => {
		const queue = await fixture.start([job], { role: "producer" });
		await fixture.sql`create table video (id text)`;
		await fixture.sql.begin(async (tx) => {
			await tx`insert into video values ('a')`;
			await queue.enqueue(fromPostgresJs(tx), job, { videoId: "a" });
			expect(await queued()).toEqual([]);
		});
		expect(await queued()).toEqual([{ videoId: "a" }]);
	});

	it("is rolled back with the caller's rows", async () => {
		const queue = await fixture.start([job], { role: "producer" });
		const undone = fixture.sql.begin(async (tx) => {
			const id = await queue.enqueue(fromPostgresJs(tx), job, { videoId: "a" });
			expect(id).toMatch(/^[0-9a-f-]{36}$/);
			throw new Error("changed my mind");
		});
		await expect(undone).rejects.toThrow("changed my mind");
		expect(await queued()).toEqual([]);
	});

	it("leaves the caller's transaction usable when the job is there already", async () => {
		const queue = await fixture.start([job], { role: "producer" });
		const options = { singletonKey: "version-1" };
		expect(await queue.enqueue(fixture.db, job, { videoId: "a" }, options)).not.toBeNull();
		await fixture.sql.begin(async (tx) => {
			const again = await queue.enqueue(fromPostgresJs(tx), job, { videoId: "b" }, options);
			expect(again).toBeNull();
			await queue.enqueue(fromPostgresJs(tx), job, { videoId: "c" }, { singletonKey: "version-2" });
		});
		expect(await queued()).toEqual([{ videoId: "a" }, { videoId: "c" }]);
	});

	it("adds one job when many ask for the same key at once, and any number without a key", async () => {
		const queue = await fixture.start([job], { role: "producer" });
		const ask = (options: object) =>
			Promise.all(
				Array.from({ length: 10 }, () =>
					fixture.sql.begin((tx) =>
						queue.enqueue(fromPostgresJs(tx), job, { videoId: "a" }, options),
					),
				),
			);
		const ids = await ask({ singletonKey: "version-1" });
		expect(ids.filter((id) => id !== null)).toHaveLength(1);
		expect(await ask({})).not.toContain(null);
		expect(await queued()).toHaveLength(11);
	});

	it("keeps keys of different jobs apart", async () => {
		const queue = await fixture.start([job, other], { role: "producer" });
		const options = { singletonKey: "same" };
		expect(await queue.enqueue(fixture.db, job, { videoId: "a" }, options)).not.toBeNull();
		expect(await queue.enqueue(fixture.db, other, { videoId: "a" }, options)).not.toBeNull();
	});

	it("passes the errors of the caller's connection through", async () => {
		const queue = await fixture.start([job], { role: "producer" });
		const broken = fixture.sql.begin(async (tx) => {
			await tx`select 1 / 0`.catch(() => {});
			await queue.enqueue(fromPostgresJs(tx), job, { videoId: "a" });
		});
		await expect(broken).rejects.toMatchObject({ code: expect.stringMatching(/22012|25P02/) });
	});

	it("refuses jobs it was not told of, and an unstarted queue", async () => {
		const queue = await fixture.start([job], { role: "producer" });
		await expect(queue.enqueue(fixture.db, other, { videoId: "a" })).rejects.toThrow("not among");
		await queue.stop({ graceMs: 0 });
		await expect(queue.enqueue(fixture.db, job, { videoId: "a" })).rejects.toMatchObject({
			code: "QUEUE_UNAVAILABLE",
		});
	});

	it("runs what is more urgent first, and what is delayed later", async () => {
		const queue = await fixture.start([job]);
		await queue.enqueue(fixture.db, job, { videoId: "later" }, { startAfterMs: 1500 });
		await queue.enqueue(fixture.db, job, { videoId: "normal" });
		await queue.enqueue(fixture.db, job, { videoId: "urgent" }, { priority: 10 });
		const order: string[] = [];
		await queue.work(job, { concurrency: 1 }, async ({ payload }) => {
			order.push(payload.videoId);
		});
		await expect.poll(() => order, { timeout: 20_000 }).toEqual(["urgent", "normal", "later"]);
	});
});

describe("counts and check", () => {
	it("counts each kind of job", async () => {
		const queue = await fixture.start([job, other], { role: "producer" });
		await queue.enqueue(fixture.db, job, { videoId: "a" });
		await queue.enqueue(fixture.db, job, { videoId: "b" }, { startAfterMs: 60_000 });
		expect(await queue.counts()).toEqual({
			"video.process": { queued: 2, active: 0, failed: 0, completed: 0 },
			"video.index": { queued: 0, active: 0, failed: 0, completed: 0 },
		});
		await expect(queue.check()).resolves.toBeUndefined();
	});
});
