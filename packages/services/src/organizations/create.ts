import { newId } from "@nuclom/core";
import { isUniqueViolation, type Transaction } from "@nuclom/db";
import { members, organizationSlugs, organizations } from "@nuclom/db/schema";
import { like } from "drizzle-orm";
import type { z } from "zod";
import { audit } from "../shared/audit.ts";
import { type Call, type Context, requireUser } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { claimSlug } from "./claim-slug.ts";
import { createOrganizationSchema, type Organization } from "./schemas.ts";
import { slugFromName } from "./slug.ts";
import { slugTaken } from "./slug-taken.ts";

/** A slug like `base` that nobody has or had: base, base-2, base-3 … */
async function freeSlug(tx: Transaction, base: string): Promise<string> {
	const rows = await tx
		.select({ slug: organizationSlugs.slug })
		.from(organizationSlugs)
		.where(like(organizationSlugs.slug, `${base}%`));
	const taken = new Set(rows.map((row) => row.slug));
	if (!taken.has(base)) return base;
	let number = 2;
	while (taken.has(`${base}-${number}`)) number += 1;
	return `${base}-${number}`;
}

/**
 * Creates an organization; the caller becomes its owner.
 * @throws {AppError} UNAUTHENTICATED, INPUT_INVALID, ORGANIZATION_SLUG_TAKEN
 */
export async function createOrganization({
	ctx,
	input,
}: Call<z.input<typeof createOrganizationSchema>>): Promise<Organization> {
	const userId = requireUser(ctx);
	const { name, slug } = parse(createOrganizationSchema, input);
	try {
		return await ctx.deps.database.transaction((tx) => insert(tx, ctx, { userId, name, slug }));
	} catch (error) {
		if (isUniqueViolation(error)) throw slugTaken(error);
		throw error;
	}
}

async function insert(
	tx: Transaction,
	ctx: Context,
	wanted: { userId: string; name: string; slug: string | undefined },
): Promise<Organization> {
	const now = ctx.deps.clock.now();
	const { name, userId } = wanted;
	const id = newId();
	const slug = wanted.slug ?? (await freeSlug(tx, slugFromName(name)));
	await tx.insert(organizations).values({ id, name, slug, createdAt: now, updatedAt: now });
	await claimSlug(tx, id, slug);
	await tx
		.insert(members)
		.values({ id: newId(), organizationId: id, userId, role: "owner", createdAt: now });
	await audit(tx, ctx, {
		organizationId: id,
		action: "organizations.create",
		entityType: "organization",
		entityId: id,
	});
	return { id, name, slug, role: "owner" };
}
