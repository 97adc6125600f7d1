import { z } from "zod";

export const environmentNames = ["development", "staging", "production"] as const;
export type EnvironmentName = (typeof environmentNames)[number];

const list = z.string().transform((text) =>
	text
		.split(",")
		.map((part) => part.trim())
		.filter(Boolean),
);

/** The variables that belong to no single package. */
export const platformEnv = z.object({
	/** NODE_ENV cannot say staging. */
	NUCLOM_ENV: z.enum(environmentNames).default("development"),
	NODE_ENV: z.enum(["development", "test", "production"]).optional(),
	/** The app's origin; read at run time, although its prefix lets Next inline it. */
	NEXT_PUBLIC_APP_URL: z.url({ protocol: /^https?$/ }).optional(),
	PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
	/** The address to listen on: 127.0.0.1 in development, every address elsewhere. */
	HOST: z.string().optional(),
	/** The state folder. */
	NUCLOM_DATA: z.string().optional(),
	UPLOAD_MAX_BYTES: z.coerce.number().int().min(1).optional(),
	STORAGE_QUOTA_BYTES: z.coerce
		.number()
		.int()
		.min(0)
		.optional()
		.describe(
			"What an organization may store where it has no quota of its own; no limit without it.",
		),
	STORAGE_DELETION_GRACE_HOURS: z.coerce
		.number()
		.min(0)
		.optional()
		.describe("Objects stay this long after their rows are gone. Default 24."),
	/** Addresses or networks of reverse proxies whose x-forwarded-* are believed. */
	TRUSTED_PROXIES: list.optional(),
	/** Further origins that may send writes. */
	TRUSTED_ORIGINS: list.optional(),
	/** The seed's name for replicas; checked, and not read from before part 4. */
	DATABASE_READ_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
	/** Set by Vercel: the deployment's host name, and the production one's. */
	VERCEL_URL: z.string().optional(),
	VERCEL_PROJECT_PRODUCTION_URL: z.string().optional(),
	VERCEL_ENV: z.enum(["production", "preview", "development"]).optional(),
});
