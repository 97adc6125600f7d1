import { z } from "zod";
import { organizationInputSchema, roleSchema } from "../organizations/schemas.ts";
import { idSchema, instantSchema, personSchema } from "../shared/schemas.ts";

export const memberSchema = z.object({
	id: idSchema,
	role: roleSchema,
	joinedAt: instantSchema,
	user: personSchema.extend({ email: z.string() }),
});
export type Member = z.infer<typeof memberSchema>;

export const memberInputSchema = organizationInputSchema.extend({ memberId: idSchema });
export const updateMemberRoleSchema = memberInputSchema.extend({ role: roleSchema });
