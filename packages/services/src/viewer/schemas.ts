import { z } from "zod";
import { organizationSchema } from "../organizations/schemas.ts";
import { personSchema } from "../shared/schemas.ts";

/** The signed-in person and the organizations that they are in, by name. */
export const viewerSchema = z.object({
	user: personSchema.extend({ email: z.string(), isEmailVerified: z.boolean() }),
	organizations: z.array(
		organizationSchema.extend({
			/** Addresses that it had before; they lead its members to the one that it has. */
			earlierSlugs: z.array(z.string()),
		}),
	),
});
export type Viewer = z.infer<typeof viewerSchema>;
