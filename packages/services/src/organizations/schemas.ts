import { z } from "zod";
import { idSchema, lineSchema } from "../shared/schemas.ts";
import { isReservedSlug, slugPattern } from "./slug.ts";

const roles = ["owner", "admin", "member"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

export const slugSchema = z
	.string()
	.min(2, "At least 2 characters.")
	.max(48, "At most 48 characters.")
	.regex(slugPattern, "Use lower-case letters, digits and single dashes.")
	.refine((slug) => !isReservedSlug(slug), "This address is reserved. Choose another.");

export const organizationSchema = z.object({
	id: idSchema,
	name: z.string(),
	slug: z.string(),
	/** The caller's own role. */
	role: roleSchema,
});
export type Organization = z.infer<typeof organizationSchema>;

export const createOrganizationSchema = z.object({
	name: lineSchema(80),
	/** Made from the name when left out. */
	slug: slugSchema.optional(),
});

export const organizationInputSchema = z.object({ organizationId: idSchema });

export const updateOrganizationSchema = organizationInputSchema.extend({
	name: lineSchema(80).optional(),
	slug: slugSchema.optional(),
});
