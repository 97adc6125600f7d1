import { integer, snakeCase, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { amount, id, instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";
import { videoVersions } from "../videos/table.ts";

export const transcripts = snakeCase.table("transcripts", {
	id: id(),
	organizationId: uuid()
		.notNull()
		.references(() => organizations.id, { onDelete: "cascade" }),
	// The watch page reads a version's transcript.
	versionId: uuid()
		.notNull()
		.unique()
		.references(() => videoVersions.id, { onDelete: "cascade" }),
	language: text(),
	model: text(),
	createdAt: instant().notNull(),
});

export const transcriptCues = snakeCase.table(
	"transcript_cues",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		transcriptId: uuid()
			.notNull()
			.references(() => transcripts.id, { onDelete: "cascade" }),
		position: integer().notNull(),
		startMs: amount().notNull(),
		endMs: amount().notNull(),
		text: text().notNull(),
	},
	// A transcript's cues in order.
	(table) => [uniqueIndex("transcript_cues_position").on(table.transcriptId, table.position)],
);
