import { AppError } from "@nuclom/core";
import type { Transaction } from "@nuclom/db";
import { organizations } from "@nuclom/db/schema";
import { eq } from "drizzle-orm";
import type { ServiceSettings } from "../shared/context.ts";
import { readUsage } from "./usage.ts";

interface Room {
	readonly organizationId: string;
	readonly sizeBytes: number;
	/** Part of it that is among the announced already. */
	readonly announcedBytes?: number;
}

/**
 * Refuses what would not fit beside everything stored and announced. Holds the organization until the transaction
 * ends: two uploads begun at once see each other.
 * @throws {AppError} STORAGE_QUOTA_EXCEEDED, with `data.freeBytes`
 */
export async function assertRoom(
	tx: Transaction,
	settings: ServiceSettings,
	{ organizationId, sizeBytes, announcedBytes = 0 }: Room,
): Promise<void> {
	await tx
		.select({ id: organizations.id })
		.from(organizations)
		.where(eq(organizations.id, organizationId))
		.for("no key update");
	const usage = await readUsage(tx, settings, organizationId);
	if (usage.quotaBytes === null) return;
	const takenBytes = usage.storedBytes + usage.reservedBytes - announcedBytes;
	const freeBytes = Math.max(0, usage.quotaBytes - takenBytes);
	if (sizeBytes <= freeBytes) return;
	throw new AppError("STORAGE_QUOTA_EXCEEDED", "There is no room left for this file.", {
		hint: "Delete videos for ever from the trash, or ask an operator for a larger quota.",
		data: { sizeBytes, freeBytes, quotaBytes: usage.quotaBytes },
	});
}
