import { type AddressInfo, createServer } from "node:net";
import { createTestDatabase, startFaultProxy, waitFor } from "@nuclom/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase, type Database } from "./database.ts";

// What postgres.js 3.4.9 gets wrong, and tooling/patches mends: a query that never settles, and a
// dead transaction whose statements run in another's connection.
let test: Awaited<ReturnType<typeof createTestDatabase>>;
let proxy: Awaited<ReturnType<typeof startFaultProxy>>;
let database: Database;

beforeAll(async () => {
	test = await createTestDatabase({ templateKey: "empty", migrate: async () => {} });
	proxy = await startFaultProxy({ target: test.url });
	database = createDatabase({ url: proxy.url, maxConnections: 1 });
	await database.drizzle.execute(sql`create table entries (word text not null)`);
});
afterAll(async () => {
	await database.close();
	await proxy.close();
	await test.close();
});

const refuse = () => proxy.setFault({ kind: "refuse" });
const allow = () => proxy.setFault(undefined);
const isThere = () =>
	database.check().then(
		() => true,
		() => undefined,
	);

it("answers again after each of thirty resets, whatever was being sent", async () => {
	for (let round = 0; round < 30; round++) {
		const cut = refuse();
		const sent = Array.from({ length: 3 }, () => database.check().catch(() => {}));
		await cut;
		await Promise.all([...sent, database.check().catch(() => {})]);
		await allow();
		await waitFor(isThere, { what: `an answer in round ${round}` });
	}
});

it("refuses the rest of a transaction whose connection is gone", async () => {
	const insert = (word: string) => sql`insert into entries (word) values (${word})`;
	const lost = database.transaction(async (tx) => {
		await tx.execute(insert("before"));
		await refuse();
		await allow();
		// The pool has its connection again, and someone else's transaction on it.
		await database.check();
		await tx.execute(insert("after"));
	});
	await expect(lost).rejects.toThrow();
	const rows = await database.drizzle.execute(sql`select word from entries`);
	expect(rows).toEqual([]);
});

it("settles what waits when the server hangs up during the greeting", async () => {
	const server = createServer((socket) => socket.end());
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const mute = createDatabase({ url: `postgres://nobody@127.0.0.1:${port}/nothing` });
	await expect(mute.check()).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
	await mute.close();
	server.close();
});
