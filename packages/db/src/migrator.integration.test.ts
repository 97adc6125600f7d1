import { createTestDatabase } from "@nuclom/testing";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { assertMigrated, migrate, migrationStatus } from "./index.ts";

const empty = () => createTestDatabase({ templateKey: "db-empty" });

async function query(url: string, text: string) {
	const sql = postgres(url, { max: 1, onnotice: () => {} });
	try {
		return await sql.unsafe(text);
	} finally {
		await sql.end();
	}
}

describe("migrate", () => {
	it("applies each migration once when eight run together", async () => {
		await using test = await empty();
		const runs = await Promise.all(Array.from({ length: 8 }, () => migrate({ url: test.url })));
		for (const status of runs) expect(status.pending).toEqual([]);
		const rows = await query(test.url, "select name from drizzle.__drizzle_migrations");
		expect(rows.map((row) => row.name).sort()).toEqual(runs[0]?.applied);
		expect(rows.length).toBeGreaterThan(0);
	});

	it("refuses to serve on a schema that is behind, and names what is missing", async () => {
		await using test = await empty();
		const { pending } = await migrationStatus({ url: test.url });
		expect(pending.length).toBeGreaterThan(0);
		await expect(assertMigrated({ url: test.url })).rejects.toMatchObject({
			code: "DATABASE_SCHEMA_BEHIND",
			hint: "Run: nuclom migrate",
			data: { pending },
		});
	});

	it("reports a database that is ahead of this release", async () => {
		await using test = await empty();
		await migrate({ url: test.url });
		await query(
			test.url,
			"insert into drizzle.__drizzle_migrations (hash, created_at, name) values ('x', 1, '29990101000000_future')",
		);
		const status = await assertMigrated({ url: test.url });
		expect(status.unknown).toEqual(["29990101000000_future"]);
	});

	it("undoes a migration that fails, and says so", async () => {
		await using test = await empty();
		await query(test.url, "create table videos (id int)");
		await expect(migrate({ url: test.url })).rejects.toMatchObject({
			code: "DATABASE_MIGRATION_FAILED",
		});
		const [row] = await query(test.url, "select to_regclass('public.users') as users");
		expect(row?.users).toBeNull();
	});
});

describe("the schema", () => {
	it("has organization_id not null on every tenant table", async () => {
		await using test = await empty();
		await migrate({ url: test.url });
		const global = ["users", "sessions", "accounts", "verifications", "organizations"];
		const rows = await query(
			test.url,
			`select t.table_name, c.is_nullable from information_schema.tables t
			 left join information_schema.columns c
			   on c.table_name = t.table_name and c.column_name = 'organization_id' and c.table_schema = 'public'
			 where t.table_schema = 'public'`,
		);
		const tenants = rows.filter((row) => !global.includes(row.table_name));
		expect(tenants.length).toBeGreaterThan(8);
		for (const row of tenants)
			expect([row.table_name, row.is_nullable]).toEqual([row.table_name, "NO"]);
	});
});
