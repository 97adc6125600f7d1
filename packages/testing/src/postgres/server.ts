import { startScratchServer } from "@nuclom/postgres-server";

export interface TestServer extends AsyncDisposable {
	/** Address of the maintenance database, as a superuser. */
	readonly url: string;
	close(): Promise<void>;
}

/**
 * A PostgreSQL for tests: the one named by NUCLOM_TEST_POSTGRES_URL (a superuser's address), which is left
 * running, or an own scratch server, which ends with `close()`.
 */
export async function createTestServer(): Promise<TestServer> {
	const given = process.env.NUCLOM_TEST_POSTGRES_URL;
	if (given) {
		const close = async () => {};
		return { url: given, close, [Symbol.asyncDispose]: close };
	}
	const server = await startScratchServer({ maxConnections: 300 });
	return { url: server.url(), close: server.stop, [Symbol.asyncDispose]: server.stop };
}
