import { z } from "zod";

/** What a browser must know before anybody is signed in. */
export const publicConfigurationSchema = z.object({
	environment: z.enum(["development", "staging", "production"]),
	socialProviders: z.array(z.enum(["github", "google"])),
	isEmailVerificationRequired: z.boolean(),
	isAiConfigured: z.boolean(),
	isOutboxAvailable: z.boolean(),
	maxUploadBytes: z.number().int().positive(),
});
export type PublicConfiguration = z.infer<typeof publicConfigurationSchema>;
