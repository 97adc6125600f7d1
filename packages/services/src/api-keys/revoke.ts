import { AppError } from "@nuclom/core";
import { apiKeys } from "@nuclom/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { canManageKeys } from "./present.ts";
import { apiKeyInputSchema } from "./schemas.ts";

/**
 * Ends a key at once. Another member's key is not found by those who do not manage members.
 * @throws {AppError} API_KEY_NOT_FOUND
 */
export async function revokeApiKey({ ctx, input }: Call<z.input<typeof apiKeyInputSchema>>) {
	const { organizationId, apiKeyId } = parse(apiKeyInputSchema, input);
	const access = await requireAccess(ctx, organizationId, "apiKeys.create");
	await ctx.deps.database.transaction(async (tx) => {
		const revoked = await tx
			.update(apiKeys)
			.set({ revokedAt: ctx.deps.clock.now() })
			.where(
				and(
					eq(apiKeys.organizationId, organizationId),
					eq(apiKeys.id, apiKeyId),
					isNull(apiKeys.revokedAt),
					canManageKeys(access) ? undefined : eq(apiKeys.userId, access.userId),
				),
			)
			.returning({ id: apiKeys.id });
		if (revoked.length === 0) throw new AppError("API_KEY_NOT_FOUND", "There is no such API key.");
		const entity = { organizationId, entityType: "apiKey", entityId: apiKeyId };
		await audit(tx, ctx, { ...entity, action: "apiKeys.revoke" });
	});
	return { id: apiKeyId };
}
