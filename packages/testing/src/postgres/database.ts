import { createHash, randomBytes } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { injectedServerUrl } from "./injected.ts";
import { explainLeaks, findLeaks } from "./leaks.ts";

export interface TestDatabaseOptions {
	/** Brings an empty database to the wanted state; it runs once per server and key. */
	readonly migrate?: (url: string) => Promise<void>;
	/** Names the wanted state. Give it a new name (a hash of the migrations, say) whenever `migrate` does something else. */
	readonly templateKey: string;
	/** Default: the server of `@nuclom/testing/global-setup`, else NUCLOM_TEST_POSTGRES_URL. */
	readonly serverUrl?: string;
}

export interface TestDatabase extends AsyncDisposable {
	/** Address with a password, as a superuser. */
	readonly url: string;
	readonly name: string;
	/** Drops the database. Fails when the code under test left connections open, and names them. */
	close(): Promise<void>;
}

/** The address of another database on the same server. */
export function withDatabase(url: string, name: string): string {
	const address = new URL(url);
	address.pathname = `/${encodeURIComponent(name)}`;
	return address.href;
}

async function asAdmin<T>(serverUrl: string, work: (sql: Sql) => Promise<T>): Promise<T> {
	const connection = { application_name: "nuclom-testing" };
	const sql = postgres(serverUrl, { max: 1, onnotice: () => {}, connection });
	try {
		return await work(sql);
	} finally {
		await sql.end({ timeout: 5 });
	}
}

const templateName = (key: string): string =>
	`nuclom_template_${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;

/** Makes the template under a lock of the server: the first caller migrates, the others wait for it. */
async function ensureTemplate(sql: Sql, options: TestDatabaseOptions, serverUrl: string) {
	const template = templateName(options.templateKey);
	await sql`select pg_advisory_lock(hashtextextended(${template}, 0))`;
	try {
		const found = await sql`select from pg_database where datname = ${template}`;
		if (found.length > 0) return template;
		// Only a finished template bears the name: what a killed run half made is dropped here.
		const draft = `${template}_draft`;
		await sql`drop database if exists ${sql(draft)} with (force)`;
		await sql`create database ${sql(draft)}`;
		await options.migrate?.(withDatabase(serverUrl, draft));
		await sql`alter database ${sql(draft)} rename to ${sql(template)}`;
		return template;
	} finally {
		await sql`select pg_advisory_unlock(hashtextextended(${template}, 0))`;
	}
}

/** A fresh database for one test or test file, cloned from a migrated template in some 30 ms. */
export async function createTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
	const serverUrl = options.serverUrl ?? (await injectedServerUrl());
	const name = `test_${randomBytes(8).toString("hex")}`;
	await asAdmin(serverUrl, async (sql) => {
		const template = await ensureTemplate(sql, options, serverUrl);
		await sql`create database ${sql(name)} template ${sql(template)}`;
	});
	let isClosed = false;
	const close = async () => {
		if (isClosed) return;
		isClosed = true;
		await asAdmin(serverUrl, async (sql) => {
			const leaks = await findLeaks(sql, name);
			await sql`drop database if exists ${sql(name)} with (force)`;
			if (leaks.length > 0) throw explainLeaks(leaks);
		});
	};
	return { url: withDatabase(serverUrl, name), name, close, [Symbol.asyncDispose]: close };
}
