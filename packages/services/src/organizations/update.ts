import { isUniqueViolation } from "@nuclom/db";
import { organizations } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { publish } from "../events/publish.ts";
import { organizationNotFound, requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { claimSlug } from "./claim-slug.ts";
import { type Organization, updateOrganizationSchema } from "./schemas.ts";
import { slugTaken } from "./slug-taken.ts";

/**
 * Renames an organization or moves it to another address; the earlier one stays its own.
 * @throws {AppError} UNAUTHENTICATED, ORGANIZATION_NOT_FOUND, FORBIDDEN, INPUT_INVALID, ORGANIZATION_SLUG_TAKEN
 */
export async function updateOrganization({
	ctx,
	input,
}: Call<z.input<typeof updateOrganizationSchema>>): Promise<Organization> {
	const { organizationId, ...changes } = parse(updateOrganizationSchema, input);
	const { role } = await requireAccess(ctx, organizationId, "organization.update");
	try {
		return await ctx.deps.database.transaction(async (tx) => {
			if (changes.slug !== undefined) await claimSlug(tx, organizationId, changes.slug);
			const [row] = await tx
				.update(organizations)
				.set({ ...changes, updatedAt: ctx.deps.clock.now() })
				.where(eq(organizations.id, organizationId))
				.returning({ id: organizations.id, name: organizations.name, slug: organizations.slug });
			if (!row) throw organizationNotFound();
			const entity = { organizationId, entityType: "organization", entityId: organizationId };
			const data = { changed: Object.keys(changes) };
			await audit(tx, ctx, { ...entity, action: "organizations.update", data });
			await publish(tx, { type: "organization.updated", organizationId, id: organizationId });
			return { ...row, role };
		});
	} catch (error) {
		if (isUniqueViolation(error)) throw slugTaken(error);
		throw error;
	}
}
