import { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import {
	idSchema,
	instantSchema,
	lineSchema,
	pageInputSchema,
	personSchema,
	textSchema,
} from "../shared/schemas.ts";

export const videoStatuses = ["uploading", "processing", "ready", "failed"] as const;
export const processingSteps = [
	"importing",
	"queued",
	"reading",
	"converting",
	"poster",
	"saving",
] as const;
/** What the AI has done: `off` where it is not configured, `none` where nobody spoke. */
export const aiStatuses = ["off", "waiting", "working", "ready", "none", "failed"] as const;

const frameRateSchema = z.object({ num: z.number().int(), den: z.number().int() });

const failureSchema = z.object({
	code: z.string(),
	message: z.string(),
	hint: z.string().nullable(),
	isRetryable: z.boolean(),
});

export const videoSummarySchema = z.object({
	id: idSchema,
	organizationId: idSchema,
	title: z.string(),
	status: z.enum(videoStatuses),
	createdAt: instantSchema,
	createdBy: personSchema.nullable(),
	durationMs: z.number().int().nullable(),
	/** Shown size in pixels, after rotation. */
	width: z.number().int().nullable(),
	height: z.number().int().nullable(),
	/** Short-lived signed address. */
	posterUrl: z.string().nullable(),
	progress: z.object({ step: z.enum(processingSteps), ratio: z.number().min(0).max(1) }).nullable(),
	failure: failureSchema.nullable(),
	commentCount: z.number().int(),
	/** May the caller change it, or move it to the trash? */
	canEdit: z.boolean(),
});
export type VideoSummary = z.infer<typeof videoSummarySchema>;

export const videoSchema = videoSummarySchema.extend({
	description: z.string(),
	version: z.object({
		id: idSchema,
		number: z.number().int(),
		fileName: z.string(),
		sizeBytes: z.number().int(),
		contentType: z.string(),
		videoCodec: z.string().nullable(),
		frameRate: frameRateSchema.nullable(),
		isVariableFrameRate: z.boolean().nullable(),
		uploadedAt: instantSchema.nullable(),
		readyAt: instantSchema.nullable(),
	}),
	transcriptStatus: z.enum(aiStatuses),
	insightsStatus: z.enum(aiStatuses),
	canRetry: z.boolean(),
});
export type Video = z.infer<typeof videoSchema>;

export const videoInputSchema = organizationInputSchema.extend({ videoId: idSchema });
export const listVideosSchema = organizationInputSchema.extend(pageInputSchema.shape);
export const videoPageSchema = z.object({
	items: z.array(videoSummarySchema),
	nextCursor: z.string().nullable(),
});

export const updateVideoSchema = videoInputSchema.extend({
	title: lineSchema(200).optional(),
	description: textSchema(10_000, 0).optional(),
});

/** Signed addresses; ask again after `expiresAt`. */
export const playbackSchema = z.object({
	url: z.string(),
	contentType: z.string(),
	posterUrl: z.string().nullable(),
	expiresAt: instantSchema,
});
export const downloadSchema = z.object({
	url: z.string(),
	fileName: z.string(),
	expiresAt: instantSchema,
});
