import type { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { readMembers } from "./read.ts";
import type { Member } from "./schemas.ts";

/** Everyone in the organization, by the time they joined. */
export async function listMembers({
	ctx,
	input,
}: Call<z.input<typeof organizationInputSchema>>): Promise<{ items: Member[] }> {
	const { organizationId } = parse(organizationInputSchema, input);
	await requireAccess(ctx, organizationId, "members.read");
	return { items: await readMembers(ctx.deps.database.drizzle, organizationId) };
}
