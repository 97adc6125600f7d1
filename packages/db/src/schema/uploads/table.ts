import { boolean, index, integer, pgEnum, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { users } from "../auth/table.ts";
import { amount, id, instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";
import { videos, videoVersions } from "../videos/table.ts";

export const uploadStatus = pgEnum("upload_status", ["open", "completed", "aborted"]);

export const uploads = snakeCase.table(
	"uploads",
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
		createdById: uuid().references(() => users.id, { onDelete: "set null" }),
		status: uploadStatus().notNull().default("open"),
		key: text().notNull(),
		storageUploadId: text().notNull(),
		contentType: text().notNull(),
		/** Of an open-ended upload: what is reserved so far. */
		sizeBytes: amount().notNull(),
		/** Its length is known when it ends. */
		isOpenEnded: boolean().notNull().default(false),
		partSizeBytes: amount().notNull(),
		partCount: integer().notNull(),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		completedAt: instant(),
	},
	(table) => [
		// Abandoned uploads are found by their expiry.
		index("uploads_status_expires_at").on(table.status, table.expiresAt),
		// Deleting a version or a video follows its uploads.
		index("uploads_version").on(table.versionId),
		index("uploads_video").on(table.videoId),
	],
);
