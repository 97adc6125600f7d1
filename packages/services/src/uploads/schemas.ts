import { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { idSchema, instantSchema, lineSchema } from "../shared/schemas.ts";

export const createUploadSchema = organizationInputSchema.extend({
	/** As the person's disk has it; kept as metadata, never part of a key. */
	fileName: z.string().min(1).max(4096),
	/** Left out while nobody knows it, as of a recording: the completion then states it. */
	sizeBytes: z.number().int().min(0).optional(),
	contentType: z.string().max(255).default("application/octet-stream"),
	/** The file's name without its extension when left out. */
	title: lineSchema(200).optional(),
});

export const uploadSchema = z.object({
	uploadId: idSchema,
	videoId: idSchema,
	organizationId: idSchema,
	/** Every part but the last has exactly this size. */
	partSizeBytes: z.number().int().positive(),
	/** Without a size: as many as there may be. */
	partCount: z.number().int().positive(),
	expiresAt: instantSchema,
});
export type Upload = z.infer<typeof uploadSchema>;

export const uploadInputSchema = organizationInputSchema.extend({ uploadId: idSchema });

const partNumberSchema = z.number().int().min(1).max(10_000);
/** RFC 1864: 16 bytes in base64. */
const contentMd5Schema = z.string().regex(/^[A-Za-z0-9+/]{22}==$/);
export const signPartsSchema = uploadInputSchema
	.extend({
		partNumbers: z.array(partNumberSchema).min(1).max(100),
		/** MD5 of each part, in the order of `partNumbers`: the store then takes no other bytes. */
		contentMd5s: z.array(contentMd5Schema).max(100).optional(),
		/** Of an upload without a size, when its end has come: how long its last part is. */
		lastPartSizeBytes: z.number().int().positive().optional(),
	})
	.refine(
		({ partNumbers, contentMd5s }) => !contentMd5s || contentMd5s.length === partNumbers.length,
		{ path: ["contentMd5s"], message: "There must be one for each part." },
	);
export const signedPartsSchema = z.object({
	parts: z.array(
		z.object({
			partNumber: partNumberSchema,
			url: z.string(),
			headers: z.record(z.string(), z.string()),
			expiresAt: instantSchema,
		}),
	),
});
export const uploadedPartsSchema = z.object({
	parts: z.array(
		z.object({ partNumber: partNumberSchema, sizeBytes: z.number().int(), etag: z.string() }),
	),
});
export const completeUploadSchema = uploadInputSchema.extend({
	parts: z.array(z.object({ partNumber: partNumberSchema, etag: z.string().max(256) })).max(10_000),
	/** Needed where the upload was begun without one. */
	sizeBytes: z.number().int().min(0).optional(),
});
export const completedUploadSchema = z.object({ videoId: idSchema });

/** What somebody began and has neither completed nor given up. */
export const openUploadsSchema = z.object({
	uploads: z.array(
		uploadSchema.extend({
			fileName: z.string(),
			sizeBytes: z.number().int(),
			createdAt: instantSchema,
		}),
	),
});
