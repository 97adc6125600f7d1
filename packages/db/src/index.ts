export {
	createDatabase,
	type Database,
	type DatabaseConfig,
	type Drizzle,
	type Executor,
	type Transaction,
} from "./database.ts";
export { databaseError, isUniqueViolation } from "./database-error.ts";
export { databaseEnv } from "./env.ts";
export {
	assertMigrated,
	type MigrateConfig,
	type MigrationStatus,
	migrate,
	migrationStatus,
} from "./migrator.ts";
export { type QueryObserver, queryName } from "./observe-queries.ts";
