import { AppError, newId } from "@nuclom/core";
import { apiKeys } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { requireAccess } from "../shared/access.ts";
import { audit } from "../shared/audit.ts";
import type { Call } from "../shared/context.ts";
import { parse } from "../shared/parse.ts";
import { presentApiKey, selectApiKeys } from "./present.ts";
import { createApiKeySchema, type createdApiKeySchema } from "./schemas.ts";
import { hashApiKey, hintOf, newApiKey } from "./token.ts";

/**
 * Makes a key that acts for the caller in one organization. The answer holds the only copy of it.
 * @throws {AppError} ORGANIZATION_NOT_FOUND, INPUT_INVALID
 */
export async function createApiKey({
	ctx,
	input,
}: Call<z.input<typeof createApiKeySchema>>): Promise<z.infer<typeof createdApiKeySchema>> {
	const { organizationId, name, scopes, expiresInMs } = parse(createApiKeySchema, input);
	const access = await requireAccess(ctx, organizationId, "apiKeys.create");
	const { clock, database } = ctx.deps;
	const key = newApiKey();
	const id = newId();
	const createdAt = clock.now();
	const expiresAt = expiresInMs === null ? null : new Date(createdAt.getTime() + expiresInMs);
	const row = await database.transaction(async (tx) => {
		await tx.insert(apiKeys).values({
			...{ id, organizationId, name, scopes, createdAt, expiresAt },
			...{ userId: access.userId, hint: hintOf(key), keyHash: hashApiKey(key) },
		});
		const entity = { organizationId, entityType: "apiKey", entityId: id };
		await audit(tx, ctx, { ...entity, action: "apiKeys.create", data: { scopes } });
		const [added] = await selectApiKeys(tx).where(eq(apiKeys.id, id));
		return added;
	});
	if (!row) throw new AppError("UNAUTHENTICATED", "This account is gone.");
	return { ...presentApiKey(access, row), key };
}
