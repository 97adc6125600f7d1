import { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { idSchema, instantSchema, lineSchema, personSchema } from "../shared/schemas.ts";
import { apiKeyScopes } from "./scopes.ts";

const dayMs = 86_400_000;

export const apiKeySchema = z.object({
	id: idSchema,
	name: z.string(),
	/** The key's beginning. */
	hint: z.string(),
	scopes: z.array(z.enum(apiKeyScopes)),
	/** Acts for this person. */
	owner: personSchema,
	createdAt: instantSchema,
	/** Null for a key that works until it is revoked. */
	expiresAt: instantSchema.nullable(),
	lastUsedAt: instantSchema.nullable(),
	canRevoke: z.boolean(),
});
export type ApiKey = z.infer<typeof apiKeySchema>;

/** The key itself is shown once, in the answer to its creation: only its hash is stored. */
export const createdApiKeySchema = apiKeySchema.extend({ key: z.string() });

export const createApiKeySchema = organizationInputSchema.extend({
	name: lineSchema(100),
	scopes: z
		.array(z.enum(apiKeyScopes))
		.min(1, "Choose what the key may do.")
		.max(apiKeyScopes.length)
		.transform((scopes) => apiKeyScopes.filter((scope) => scopes.includes(scope))),
	expiresInMs: z
		.number()
		.int()
		.min(dayMs / 24)
		.max(366 * dayMs)
		.nullable()
		.default(90 * dayMs),
});
export const apiKeyInputSchema = organizationInputSchema.extend({ apiKeyId: idSchema });
