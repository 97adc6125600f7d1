export {
	createTestDatabase,
	type TestDatabase,
	type TestDatabaseOptions,
	withDatabase,
} from "./postgres/database.ts";
export { createTestServer, type TestServer } from "./postgres/server.ts";
