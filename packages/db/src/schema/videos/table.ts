import { sql } from "drizzle-orm";
import {
	type AnyPgColumn,
	boolean,
	check,
	index,
	integer,
	pgEnum,
	real,
	snakeCase,
	text,
	uniqueIndex,
	uuid,
} from "drizzle-orm/pg-core";
import { users } from "../auth/table.ts";
import { amount, id, instant, timestamps } from "../columns.ts";
import { organizations } from "../organizations/table.ts";

export const videoStatus = pgEnum("video_status", ["uploading", "processing", "ready", "failed"]);
export const aiStatus = pgEnum("ai_status", [
	"off",
	"waiting",
	"working",
	"ready",
	"none",
	"failed",
]);
export const artifactKind = pgEnum("artifact_kind", [
	"source",
	"playable",
	"poster",
	"frames",
	"captions",
]);

export const videos = snakeCase.table(
	"videos",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		title: text().notNull(),
		description: text().notNull().default(""),
		createdById: uuid().references(() => users.id, { onDelete: "set null" }),
		currentVersionId: uuid().references((): AnyPgColumn => videoVersions.id, {
			onDelete: "set null",
		}),
		/** In the trash since; gone for ever some time later. */
		deletedAt: instant(),
		deletedById: uuid().references(() => users.id, { onDelete: "set null" }),
		...timestamps,
	},
	(table) => [
		// The library: an organization's newest videos, by keyset (UUIDv7 sorts by creation).
		index("videos_organization_id").on(table.organizationId, table.id),
		// The trash, newest first; and what has been in it for too long.
		index("videos_trash").on(table.organizationId, table.id).where(sql`deleted_at is not null`),
		index("videos_deleted_at").on(table.deletedAt).where(sql`deleted_at is not null`),
	],
);

export const videoVersions = snakeCase.table(
	"video_versions",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		videoId: uuid()
			.notNull()
			.references((): AnyPgColumn => videos.id, { onDelete: "cascade" }),
		number: integer().notNull(),
		status: videoStatus().notNull().default("uploading"),
		fileName: text().notNull(),
		contentType: text().notNull(),
		sizeBytes: amount().notNull(),
		/** Where its file comes from when it was not uploaded; may hold secrets, so it is shown to nobody. */
		importUrl: text(),
		sha256: text(),
		durationMs: amount(),
		width: integer(),
		height: integer(),
		frameRateNum: integer(),
		frameRateDen: integer(),
		isVariableFrameRate: boolean(),
		videoCodec: text(),
		processingStep: text(),
		processingRatio: real(),
		failureCode: text(),
		failureMessage: text(),
		failureHint: text(),
		isFailureRetryable: boolean(),
		transcriptStatus: aiStatus().notNull().default("off"),
		insightsStatus: aiStatus().notNull().default("off"),
		transcriptFailure: text(),
		insightsFailure: text(),
		uploadedAt: instant(),
		readyAt: instant(),
		...timestamps,
	},
	(table) => [
		// Versions of a video, and its newest.
		uniqueIndex("video_versions_video_number").on(table.videoId, table.number),
		// Unfinished work of an organization, and what is enqueued again after a restore.
		index("video_versions_organization_status").on(table.organizationId, table.status),
		check("video_versions_ratio", sql`${table.processingRatio} between 0 and 1`),
		check("video_versions_size", sql`${table.sizeBytes} >= 0`),
	],
);

/** Objects in storage that belong to a version; keys are written once. */
export const videoArtifacts = snakeCase.table(
	"video_artifacts",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		versionId: uuid()
			.notNull()
			.references(() => videoVersions.id, { onDelete: "cascade" }),
		kind: artifactKind().notNull(),
		key: text().notNull().unique(),
		contentType: text().notNull(),
		sizeBytes: amount().notNull(),
		createdAt: instant().notNull(),
	},
	// Playing, downloading and processing look up a version's artifact by kind.
	(table) => [uniqueIndex("video_artifacts_version_kind").on(table.versionId, table.kind)],
);
