import { z } from "zod";

/** The seed's names. */
export const authEnv = z.object({
	/** Signs sessions; at least 32 characters, unlike the seed's "dev-secret-key". */
	BETTER_AUTH_SECRET: z
		.string()
		.min(32, "At least 32 characters: openssl rand -base64 32")
		.optional(),
	BETTER_AUTH_URL: z.url().optional(),
	GITHUB_CLIENT_ID: z.string().optional(),
	GITHUB_CLIENT_SECRET: z.string().optional(),
	GOOGLE_CLIENT_ID: z.string().optional(),
	GOOGLE_CLIENT_SECRET: z.string().optional(),
	/** Tries per minute and address at signing in, up, and at asking for mail. */
	AUTH_RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).optional(),
});
