import { boolean, index, snakeCase, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, timestamps } from "../columns.ts";

// Shapes as better-auth 1.7 wants them: https://www.better-auth.com/docs/concepts/database

export const users = snakeCase.table("users", {
	id: id(),
	name: text().notNull(),
	email: text().notNull().unique(),
	emailVerified: boolean().notNull().default(false),
	image: text(),
	...timestamps,
});

export const sessions = snakeCase.table(
	"sessions",
	{
		id: id(),
		userId: uuid()
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		token: text().notNull().unique(),
		expiresAt: instant().notNull(),
		ipAddress: text(),
		userAgent: text(),
		activeOrganizationId: uuid(),
		...timestamps,
	},
	// A person's list of sessions, and signing all of them out.
	(table) => [index("sessions_user_id").on(table.userId)],
);

export const accounts = snakeCase.table(
	"accounts",
	{
		id: id(),
		userId: uuid()
			.notNull()
			.references(() => users.id, { onDelete: "cascade" }),
		accountId: text().notNull(),
		providerId: text().notNull(),
		accessToken: text(),
		refreshToken: text(),
		idToken: text(),
		accessTokenExpiresAt: instant(),
		refreshTokenExpiresAt: instant(),
		scope: text(),
		password: text(),
		...timestamps,
	},
	(table) => [
		// Sign-in reads a person's ways to sign in.
		index("accounts_user_id").on(table.userId),
		// One account of a provider belongs to one person.
		uniqueIndex("accounts_provider_account").on(table.providerId, table.accountId),
	],
);

export const verifications = snakeCase.table(
	"verifications",
	{
		id: id(),
		identifier: text().notNull(),
		value: text().notNull(),
		expiresAt: instant().notNull(),
		...timestamps,
	},
	// A link in a mail is looked up by its identifier.
	(table) => [index("verifications_identifier").on(table.identifier)],
);
