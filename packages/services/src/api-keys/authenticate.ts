import { AppError } from "@nuclom/core";
import { apiKeys } from "@nuclom/db/schema";
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { ServiceDeps } from "../shared/context.ts";
import { hashApiKey } from "./token.ts";

/** Who calls by a key, and how far that goes. */
export interface ApiKeyCaller {
	readonly userId: string;
	readonly apiKey: {
		readonly id: string;
		readonly organizationId: string;
		readonly scopes: readonly string[];
	};
}

/** The time of use is told to the minute, so that not every request writes. */
const useEveryMs = 60_000;

/** @throws {AppError} UNAUTHENTICATED for a key that is unknown, revoked or expired: which of these is not said */
export async function authenticateApiKey(
	{ clock, database: { drizzle } }: Pick<ServiceDeps, "clock" | "database">,
	key: string,
): Promise<ApiKeyCaller> {
	const now = clock.now();
	const [row] = await drizzle
		.select()
		.from(apiKeys)
		.where(
			and(
				eq(apiKeys.keyHash, hashApiKey(key)),
				isNull(apiKeys.revokedAt),
				or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)),
			),
		);
	if (!row) {
		throw new AppError("UNAUTHENTICATED", "This API key does not work.", {
			hint: "It may have been revoked or have expired. Make a new one in the settings.",
		});
	}
	const { id, organizationId, scopes, userId } = row;
	const before = new Date(now.getTime() - useEveryMs);
	const isOld = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before));
	if (!row.lastUsedAt || row.lastUsedAt < before) {
		await drizzle
			.update(apiKeys)
			.set({ lastUsedAt: now })
			.where(and(eq(apiKeys.id, id), isOld));
	}
	return { userId, apiKey: { id, organizationId, scopes } };
}
