import type { Transaction } from "@nuclom/db";
import { organizationSlugs } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import { slugTaken } from "./slug-taken.ts";

/**
 * Makes an address the organization's for good: links with it lead its members on after the next
 * rename, so nobody else may have it. Its own earlier addresses it may take back.
 * @throws {AppError} ORGANIZATION_SLUG_TAKEN
 */
export async function claimSlug(
	tx: Transaction,
	organizationId: string,
	slug: string,
): Promise<void> {
	// Waits for whoever claims the same address just now, and then sees whose it became.
	await tx.insert(organizationSlugs).values({ slug, organizationId }).onConflictDoNothing();
	const [claim] = await tx
		.select({ organizationId: organizationSlugs.organizationId })
		.from(organizationSlugs)
		.where(eq(organizationSlugs.slug, slug));
	if (claim?.organizationId !== organizationId) throw slugTaken();
}
