import type { Executor } from "@nuclom/db";
import { apiKeys, users } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { Access } from "../shared/access.ts";
import type { ApiKey } from "./schemas.ts";
import { apiKeyScopes } from "./scopes.ts";

export function selectApiKeys(executor: Executor) {
	return executor
		.select({ key: apiKeys, owner: { id: users.id, name: users.name, image: users.image } })
		.from(apiKeys)
		.innerJoin(users, eq(users.id, apiKeys.userId));
}
type ApiKeyRow = Awaited<ReturnType<typeof selectApiKeys>>[number];

/** One's own keys, and for those who manage members everybody's. */
export const canManageKeys = (access: Access) => access.can("members.manage");

export function presentApiKey(access: Access, { key, owner }: ApiKeyRow): ApiKey {
	return {
		...{ id: key.id, name: key.name, hint: key.hint, owner },
		scopes: apiKeyScopes.filter((scope) => key.scopes.includes(scope)),
		createdAt: key.createdAt.toISOString(),
		expiresAt: key.expiresAt?.toISOString() ?? null,
		lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
		canRevoke: key.userId === access.userId || canManageKeys(access),
	};
}
