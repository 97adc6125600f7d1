import { z } from "zod";

const bytesSchema = z.number().int().nonnegative();

export const storageUsageSchema = z.object({
	/** Everything in the store: originals, what is played, pictures. */
	storedBytes: bytesSchema,
	objectCount: z.number().int().nonnegative(),
	/** Announced by uploads that are not complete. */
	reservedBytes: bytesSchema,
	/** Part of `storedBytes` that is in the trash. */
	trashBytes: bytesSchema,
	/** Null where there is no limit. */
	quotaBytes: bytesSchema.nullable(),
	maxUploadBytes: bytesSchema,
});
export type StorageUsage = z.infer<typeof storageUsageSchema>;
