import { z } from "zod";
import {
	organizationInputSchema,
	organizationSchema,
	roleSchema,
} from "../organizations/schemas.ts";
import { idSchema, instantSchema } from "../shared/schemas.ts";

const dayMs = 86_400_000;

/** Roles that a link may hand out; an owner is made by an owner, by hand. */
export const inviteRoleSchema = roleSchema.exclude(["owner"]);

export const inviteSchema = z.object({
	id: idSchema,
	role: inviteRoleSchema,
	createdAt: instantSchema,
	expiresAt: instantSchema,
	createdByName: z.string().nullable(),
	useCount: z.number().int(),
});
export type Invite = z.infer<typeof inviteSchema>;

/** The link itself is shown once, in the answer to its creation: only its hash is stored. */
export const createdInviteSchema = inviteSchema.extend({ url: z.url() });

export const createInviteSchema = organizationInputSchema.extend({
	role: inviteRoleSchema.default("member"),
	expiresInMs: z
		.number()
		.int()
		.min(dayMs / 24)
		.max(30 * dayMs)
		.default(7 * dayMs),
});
export const inviteInputSchema = organizationInputSchema.extend({ inviteId: idSchema });

export const inviteTokenSchema = z.object({ token: z.string().min(16).max(128) });
export const invitePreviewSchema = z.object({
	organizationName: z.string(),
	inviterName: z.string().nullable(),
	role: inviteRoleSchema,
	expiresAt: instantSchema,
});
export const acceptedInviteSchema = z.object({ organization: organizationSchema });
