import { z } from "zod";

const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** The seed's names; DATABASE_WRITE_URL is accepted in place of DATABASE_URL. */
export const databaseEnv = z.object({
	DATABASE_URL: postgresUrl.optional(),
	DATABASE_WRITE_URL: postgresUrl.optional(),
	/** Where migrations, LISTEN and session locks go when DATABASE_URL is a transaction pooler. */
	DATABASE_DIRECT_URL: postgresUrl.optional(),
	DATABASE_MAX_CONNECTIONS: z.coerce.number().int().min(1).max(1000).optional(),
	DATABASE_PREPARE: z
		.stringbool()
		.optional()
		.describe(
			"Prepared statements: one round trip a query instead of two; not through a transaction pooler.",
		),
});
