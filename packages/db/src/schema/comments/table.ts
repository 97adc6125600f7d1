import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, index, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { users } from "../auth/table.ts";
import { amount, id, instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";
import { videos, videoVersions } from "../videos/table.ts";

export const comments = snakeCase.table(
	"comments",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		videoId: uuid()
			.notNull()
			.references(() => videos.id, { onDelete: "cascade" }),
		versionId: uuid()
			.notNull()
			.references(() => videoVersions.id, { onDelete: "cascade" }),
		parentId: uuid().references((): AnyPgColumn => comments.id, { onDelete: "cascade" }),
		authorId: uuid().references(() => users.id, { onDelete: "set null" }),
		body: text().notNull(),
		startMs: amount().notNull(),
		endMs: amount(),
		frameIndex: amount(),
		createdAt: instant().notNull(),
		editedAt: instant(),
		deletedAt: instant(),
	},
	(table) => [
		// A video's comments, oldest first, by keyset; and the count on its card.
		index("comments_video_id").on(table.organizationId, table.videoId, table.id),
		// Replies of a comment.
		index("comments_parent").on(table.parentId),
		check("comments_moment", sql`${table.startMs} >= 0`),
		check("comments_range", sql`${table.endMs} is null or ${table.endMs} > ${table.startMs}`),
	],
);
