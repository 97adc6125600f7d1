import { apiKeys } from "@nuclom/db/schema";
import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import type { z } from "zod";
import { organizationInputSchema } from "../organizations/schemas.ts";
import { requireAccess } from "../shared/access.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { canManageKeys, presentApiKey, selectApiKeys } from "./present.ts";
import type { ApiKey } from "./schemas.ts";

/**
 * Keys that work, newest first: one's own, or everybody's for those who manage members.
 * @throws {AppError} ORGANIZATION_NOT_FOUND
 */
export async function listApiKeys({
	ctx,
	input,
}: Call<z.input<typeof organizationInputSchema>>): Promise<{ items: ApiKey[] }> {
	const { organizationId } = parse(organizationInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "apiKeys.create");
	const { clock, database } = ctx.deps;
	const rows = await selectApiKeys(database.drizzle)
		.where(
			and(
				eq(apiKeys.organizationId, organizationId),
				isNull(apiKeys.revokedAt),
				or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, clock.now())),
				canManageKeys(access) ? undefined : eq(apiKeys.userId, access.userId),
			),
		)
		.orderBy(desc(apiKeys.id));
	return { items: rows.map((row) => presentApiKey(access, row)) };
}
