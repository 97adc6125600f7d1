import { sql as statement } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Fixture, openFixture } from "../test/fixture.ts";
import { defineJob, fromDrizzle, type Queue } from "./index.ts";

const job = defineJob<{ videoId: string }>({ name: "video.process" });

let fixture: Fixture;
let queue: Queue;
beforeEach(async () => {
	fixture = await openFixture();
	queue = await fixture.start([job], { role: "producer" });
});
afterEach(() => fixture[Symbol.asyncDispose]());

const queued = async () => {
	const rows = await fixture.sql`select data->>'videoId' as id from pgboss.job order by created_on`;
	return rows.map((row) => row.id);
};

describe("fromDrizzle", () => {
	it("enqueues in a drizzle transaction, together with its rows", async () => {
		const db = drizzle({ client: fixture.sql });
		await db.execute(statement`create table video (id text)`);
		await db.transaction(async (tx) => {
			await tx.execute(statement`insert into video values ('a')`);
			await queue.enqueue(fromDrizzle(tx), job, { videoId: "a" });
			expect(await queued()).toEqual([]);
		});
		const undone = db.transaction(async (tx) => {
			await queue.enqueue(fromDrizzle(tx), job, { videoId: "b" });
			return tx.rollback();
		});
		await expect(undone).rejects.toThrow();
		expect(await queued()).toEqual(["a"]);
	});

	it("belongs to the inner transaction when there are two", async () => {
		const db = drizzle({ client: fixture.sql });
		await db.transaction(async (outer) => {
			await queue.enqueue(fromDrizzle(outer), job, { videoId: "outer" });
			const inner = outer.transaction(async (tx) => {
				await queue.enqueue(fromDrizzle(tx), job, { videoId: "inner" });
				return tx.rollback();
			});
			await expect(inner).rejects.toThrow();
		});
		expect(await queued()).toEqual(["outer"]);
	});

	it("works outside a transaction too, and binds every kind of value", async () => {
		const db = drizzle({ client: fixture.sql });
		expect(await queue.enqueue(fromDrizzle(db), job, { videoId: "it's $1; --" })).not.toBeNull();
		expect(await queued()).toEqual(["it's $1; --"]);
		const { rows } = await fromDrizzle(db).query("select $1::int + 1 as n, $2::text as t", [
			1,
			null,
		]);
		expect(rows).toEqual([{ n: 2, t: null }]);
	});

	it("refuses what is not drizzle on postgres.js", () => {
		expect(() => fromDrizzle({ _: { session: {} } })).toThrow(TypeError);
		expect(() => fromDrizzle({} as never)).toThrow(TypeError);
	});
});
