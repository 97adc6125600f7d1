import { organizations } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { organizationNotFound, requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { type Organization, organizationInputSchema } from "./schemas.ts";

/** @throws {AppError} UNAUTHENTICATED, ORGANIZATION_NOT_FOUND */
export async function getOrganization({
	ctx,
	input,
}: Call<z.input<typeof organizationInputSchema>>): Promise<Organization> {
	const { organizationId } = parse(organizationInputSchema, input);
	const { role } = await requireAccess(ctx, organizationId, "organization.read");
	const [found] = await ctx.deps.database.drizzle
		.select({ id: organizations.id, name: organizations.name, slug: organizations.slug })
		.from(organizations)
		.where(eq(organizations.id, organizationId));
	if (!found) throw organizationNotFound();
	return { ...found, role };
}
