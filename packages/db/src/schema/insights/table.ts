import { integer, pgEnum, snakeCase, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { amount, id, instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";
import { videoVersions } from "../videos/table.ts";

export const insights = snakeCase.table("insights", {
	id: id(),
	organizationId: uuid()
		.notNull()
		.references(() => organizations.id, { onDelete: "cascade" }),
	// The watch page reads a version's insights.
	versionId: uuid()
		.notNull()
		.unique()
		.references(() => videoVersions.id, { onDelete: "cascade" }),
	summary: text(),
	model: text(),
	createdAt: instant().notNull(),
});

const child = () => ({
	id: id(),
	organizationId: uuid()
		.notNull()
		.references(() => organizations.id, { onDelete: "cascade" }),
	insightsId: uuid()
		.notNull()
		.references(() => insights.id, { onDelete: "cascade" }),
	position: integer().notNull(),
	startMs: amount().notNull(),
});

export const chapters = snakeCase.table(
	"chapters",
	{ ...child(), title: text().notNull(), summary: text() },
	// Chapters in order.
	(table) => [uniqueIndex("chapters_position").on(table.insightsId, table.position)],
);

export const actionItems = snakeCase.table(
	"action_items",
	{ ...child(), text: text().notNull(), assignee: text() },
	// Action items in order.
	(table) => [uniqueIndex("action_items_position").on(table.insightsId, table.position)],
);

export const aiOperation = pgEnum("ai_operation", ["transcribe", "analyze"]);

/** What each call of the AI used, so that cost can be told per organization. */
export const aiUsage = snakeCase.table(
	"ai_usage",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		versionId: uuid().references(() => videoVersions.id, { onDelete: "set null" }),
		operation: aiOperation().notNull(),
		model: text().notNull(),
		inputTokens: amount(),
		outputTokens: amount(),
		audioMs: amount(),
		costMicroUsd: amount(),
		createdAt: instant().notNull(),
	},
	// An organization's cost, newest first.
	(table) => [uniqueIndex("ai_usage_organization").on(table.organizationId, table.id)],
);
