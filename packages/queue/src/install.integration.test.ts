import { createTestDatabase, type TestDatabase } from "@nuclom/testing";
import { getRollbackPlans, PgBoss } from "pg-boss";
import postgres, { type Sql } from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installQueueSchema } from "./index.ts";

let database: TestDatabase;
let sql: Sql;
beforeEach(async () => {
	database = await createTestDatabase({ templateKey: "empty" });
	sql = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterEach(async () => {
	await sql.end();
	await database.close();
});

const version = async () => (await sql`select version from pgboss.version`)[0]?.version;

async function drift(): Promise<boolean> {
	const boss = new PgBoss({ connectionString: database.url, migrate: false, supervise: false });
	await boss.start();
	const report = await boss.detectSchemaDrift();
	await boss.stop({ graceful: false, close: true });
	return !report.ok;
}

describe("installQueueSchema", () => {
	it("succeeds for all when many run at once, and changes nothing the second time", async () => {
		const { url } = database;
		await Promise.all(Array.from({ length: 8 }, () => installQueueSchema({ url })));
		const installed = await version();
		await sql`create table marker as select oid from pg_class where relname = 'job'`;
		await installQueueSchema({ url });
		expect(await version()).toBe(installed);
		expect(
			await sql`select oid from pg_class where relname = 'job' and oid in (select oid from marker)`,
		).toHaveLength(1);
		expect(await drift()).toBe(false);
	});

	it("brings an older schema up to date, background builds included", async () => {
		const { url } = database;
		await installQueueSchema({ url });
		const installed = Number(await version());
		for (let from = installed; from > installed - 3; from -= 1) {
			await sql.unsafe(getRollbackPlans("pgboss", from)).simple();
		}
		expect(Number(await version())).toBe(installed - 3);
		await Promise.all(Array.from({ length: 4 }, () => installQueueSchema({ url })));
		expect(Number(await version())).toBe(installed);
		expect(await drift()).toBe(false);
	});

	it("says that it failed when the database is not there", async () => {
		const url = "postgres://nobody@127.0.0.1:1/none";
		await expect(installQueueSchema({ url })).rejects.toMatchObject({
			code: "DATABASE_MIGRATION_FAILED",
		});
	});
});
