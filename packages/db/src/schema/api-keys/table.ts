import { index, jsonb, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { users } from "../auth/table.ts";
import { id, instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";

/**
 * Keys by which programs act for a person in one organization, and may do no more than their scopes say.
 * Only the SHA-256 of a key is kept.
 */
export const apiKeys = snakeCase.table(
	"api_keys",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		userId: uuid()
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		name: text().notNull(),
		/** The key's beginning, to tell it from others. */
		hint: text().notNull(),
		// Every request with a key looks it up.
		keyHash: text().notNull().unique(),
		scopes: jsonb().$type<string[]>().notNull(),
		createdAt: instant().notNull(),
		expiresAt: instant(),
		lastUsedAt: instant(),
		revokedAt: instant(),
	},
	(table) => [
		// The settings page lists an organization's keys; deleting a person follows theirs.
		index("api_keys_organization").on(table.organizationId, table.id),
		index("api_keys_user").on(table.userId),
	],
);
