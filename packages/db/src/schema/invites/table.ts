import { index, integer, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { users } from "../auth/table.ts";
import { id, instant } from "../columns.ts";
import { memberRole, organizations } from "../organizations/table.ts";

/** Invitation links. Only the SHA-256 of a token is kept. */
export const invites = snakeCase.table(
	"invites",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		tokenHash: text().notNull().unique(),
		role: memberRole().notNull(),
		createdById: uuid().references(() => users.id, { onDelete: "set null" }),
		useCount: integer().notNull().default(0),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		revokedAt: instant(),
	},
	// The settings page lists an organization's links.
	(table) => [index("invites_organization").on(table.organizationId)],
);
