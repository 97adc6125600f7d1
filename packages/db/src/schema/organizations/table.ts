import { index, pgEnum, snakeCase, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { users } from "../auth/table.ts";
import { amount, id, instant, timestamps } from "../columns.ts";

export const memberRole = pgEnum("member_role", ["owner", "admin", "member"]);

export const organizations = snakeCase.table("organizations", {
	id: id(),
	name: text().notNull(),
	// The address: looked up by every page.
	slug: text().notNull().unique(),
	logo: text(),
	metadata: text(),
	/** What its objects may weigh together; null for the place's default. */
	quotaBytes: amount(),
	...timestamps,
});

/**
 * Every address that an organization has or had. The primary key is what keeps an address from ever
 * leading to two of them: an earlier one leads its members on, so nobody else may take it.
 */
export const organizationSlugs = snakeCase.table(
	"organization_slugs",
	{
		slug: text().primaryKey(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		createdAt: instant().notNull().defaultNow(),
	},
	// The earlier addresses of a person's organizations.
	(table) => [index("organization_slugs_organization").on(table.organizationId)],
);

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

/**
 * better-auth's organization plugin wants this table to be there (it checks on its first query).
 * Our links are in `invites`: they need no address, and only a hash of them is kept.
 */
export const invitations = snakeCase.table(
	"invitations",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		email: text().notNull(),
		role: text(),
		status: text().notNull().default("pending"),
		expiresAt: instant().notNull(),
		createdAt: instant().notNull().defaultNow(),
		inviterId: uuid()
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
	},
	// The plugin lists an organization's invitations.
	(table) => [index("invitations_organization").on(table.organizationId)],
);
