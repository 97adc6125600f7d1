export { isListening } from "./net.ts";
export {
	createTestDatabase,
	type TestDatabase,
	type TestDatabaseOptions,
	withDatabase,
} from "./postgres/database.ts";
export { createTestServer, type TestServer } from "./postgres/server.ts";
export { startRedis, type TestRedis } from "./redis/redis.ts";
export { startS3, type TestS3, type TestS3Options } from "./s3/s3.ts";
export { type TemporaryFolder, temporaryFolder } from "./temporary-folder.ts";
export { type WaitForOptions, waitFor } from "./wait-for.ts";
