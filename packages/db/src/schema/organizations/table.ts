import { index, pgEnum, snakeCase, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "../auth/table.ts";
import { id, instant, timestamps } from "../columns.ts";

export const memberRole = pgEnum("member_role", ["owner", "admin", "member"]);

export const organizations = snakeCase.table("organizations", {
	id: id(),
	name: text().notNull(),
	// The address: looked up by every page.
	slug: text().notNull().unique(),
	logo: text(),
	metadata: text(),
	...timestamps,
});

export const members = snakeCase.table(
	"members",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		userId: uuid()
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		role: memberRole().notNull().default("member"),
		createdAt: instant().notNull().defaultNow(),
	},
	(table) => [
		// Every permission check: is this person in this organization?
		uniqueIndex("members_organization_user").on(table.organizationId, table.userId),
		// A person's list of organizations.
		index("members_user").on(table.userId),
	],
);
