import { sql } from "drizzle-orm";
import { check, index, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { amount, id, instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";

/**
 * What an organization's objects weigh: the sum of its artifacts, kept by triggers on `video_artifacts`
 * (see the migration), so that no code can forget it.
 */
export const organizationUsage = snakeCase.table(
	"organization_usage",
	{
		organizationId: uuid()
			.primaryKey()
			.references(() => organizations.id, { onDelete: "cascade" }),
		storedBytes: amount().notNull().default(0),
		objectCount: amount().notNull().default(0),
	},
	(table) => [
		check(
			"organization_usage_positive",
			sql`${table.storedBytes} >= 0 and ${table.objectCount} >= 0`,
		),
	],
);

/**
 * Objects whose rows are gone and that are still to be removed from the store. Filled by triggers in the
 * transaction that removes the row, however it comes to go; emptied by a job, which may die and run again.
 */
export const objectDeletions = snakeCase.table(
	"object_deletions",
	{
		id: id().default(sql`gen_random_uuid()`),
		/** No foreign key: the organization may be gone, too. */
		organizationId: uuid().notNull(),
		key: text().notNull(),
		/** Set for an upload that was never completed: its parts go. */
		storageUploadId: text(),
		sizeBytes: amount().notNull(),
		createdAt: instant().notNull().defaultNow(),
	},
	// Oldest first.
	(table) => [index("object_deletions_created_at").on(table.createdAt, table.id)],
);
