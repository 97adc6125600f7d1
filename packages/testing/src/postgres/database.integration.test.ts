import postgres from "postgres";
import { expect, it } from "vitest";
import { createTestDatabase } from "./database.ts";

const migrate = async (url: string) => {
	const sql = postgres(url, { max: 1 });
	await sql`create table note (id int primary key, text text not null)`;
	await sql`insert into note values (1, 'from the template')`;
	await sql.end();
};

it("clones a migrated template, apart from every other clone", async () => {
	let migrations = 0;
	const options = {
		templateKey: "clone-test",
		migrate: async (url: string) => {
			migrations++;
			await migrate(url);
		},
	};
	const databases = await Promise.all([1, 2, 3, 4].map(() => createTestDatabase(options)));
	const counts: number[] = [];
	for (const { url } of databases) {
		const sql = postgres(url, { max: 1 });
		await sql`insert into note values (2, 'mine')`;
		counts.push((await sql`select * from note`).length);
		await sql.end();
	}
	expect(counts).toEqual([2, 2, 2, 2]);
	expect(migrations).toBe(1);
	await Promise.all(databases.map((database) => database.close()));
});

it("names the connections that were left open, and drops the database all the same", async () => {
	const database = await createTestDatabase({ templateKey: "leak-test", migrate });
	const sql = postgres(database.url, { max: 1, connection: { application_name: "forgetful" } });
	await sql`select text from note`;
	await expect(database.close()).rejects.toThrow(/1 connection.*forgetful, idle: select text/s);
	await sql.end({ timeout: 1 });
	const again = postgres(database.url, { max: 1 });
	await expect(again`select 1`).rejects.toMatchObject({ code: "3D000" });
	await again.end();
});

it("leaves no template behind when migrating fails", async () => {
	const broken = { templateKey: "broken", migrate: () => Promise.reject(new Error("no")) };
	await expect(createTestDatabase(broken)).rejects.toThrow("no");
	await using mended = await createTestDatabase({ templateKey: "broken", migrate });
	const sql = postgres(mended.url, { max: 1 });
	expect(await sql`select id from note`).toEqual([{ id: 1 }]);
	await sql.end();
});
