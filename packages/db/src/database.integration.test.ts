import { AppError, newId } from "@nuclom/core";
import { createTestDatabase, type TestDatabase, waitFor } from "@nuclom/testing";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	createDatabase,
	type Database,
	databaseError,
	isUniqueViolation,
	migrate,
} from "./index.ts";
import { users } from "./schema/index.ts";

let test: TestDatabase;
let database: Database;
const seen: string[] = [];

beforeAll(async () => {
	test = await createTestDatabase({
		templateKey: "db-schema",
		migrate: async (url) => void (await migrate({ url })),
	});
	database = createDatabase({
		url: test.url,
		maxConnections: 4,
		onQuery: ({ name, durationMs }) => {
			expect(durationMs).toBeGreaterThanOrEqual(0);
			seen.push(name);
		},
	});
});

afterAll(async () => {
	await database.close();
	await test.close();
});

const person = () => ({ id: newId(), name: "Ada", email: `${newId()}@nuclom.example` });

describe("createDatabase", () => {
	it("writes, reads and rolls back as one", async () => {
		const ada = person();
		await database.transaction((tx) => tx.insert(users).values(ada));
		const failed = database.transaction(async (tx) => {
			await tx.update(users).set({ name: "Eve" }).where(eq(users.id, ada.id));
			throw new Error("second thoughts");
		});
		await expect(failed).rejects.toThrow("second thoughts");
		const [found] = await database.drizzle.select().from(users).where(eq(users.id, ada.id));
		expect(found).toMatchObject({ name: "Ada", emailVerified: false });
		expect(found?.createdAt).toBeInstanceOf(Date);
	});

	it("tells each query by kind and table, inside transactions too", async () => {
		seen.length = 0;
		await database.transaction((tx) => tx.insert(users).values(person()));
		await database.drizzle.select().from(users);
		expect(seen).toContain("insert users");
		expect(seen).toContain("select users");
	});

	it("recognises a unique violation through drizzle's wrapping", async () => {
		const ada = person();
		await database.drizzle.insert(users).values(ada);
		const again = database.drizzle.insert(users).values({ ...ada, id: newId() });
		await expect(again).rejects.toSatisfy(isUniqueViolation);
	});

	it("delivers notifications, and says when it listens again after the connection was cut", async () => {
		const heard: string[] = [];
		let starts = 0;
		const stop = await database.listen(
			"test_channel",
			(payload) => heard.push(payload),
			() => {
				starts += 1;
			},
		);
		await database.drizzle.execute(sql`select pg_notify('test_channel', 'one')`);
		await waitFor(() => heard.includes("one"));
		await database.drizzle.execute(sql`
			select pg_terminate_backend(pid) from pg_stat_activity
			where query ilike 'listen%' and datname = current_database()`);
		await waitFor(() => starts === 2);
		await database.drizzle.execute(sql`select pg_notify('test_channel', 'two')`);
		await waitFor(() => heard.includes("two"));
		await stop();
	});
});

describe("databaseError", () => {
	it("says DATABASE_UNAVAILABLE when nobody answers, and keeps the password to itself", async () => {
		const nowhere = createDatabase({
			url: "postgres://nuclom:s3cret@127.0.0.1:9/nuclom",
			connectTimeoutMs: 2000,
		});
		const error = await nowhere.check().catch((thrown: unknown) => thrown);
		await nowhere.close();
		expect(AppError.isInstance(error) && error.code).toBe("DATABASE_UNAVAILABLE");
		expect(JSON.stringify(error)).not.toContain("s3cret");
	});

	it("leaves other errors alone", () => {
		expect(databaseError(new Error("syntax"))).toBeUndefined();
	});
});
