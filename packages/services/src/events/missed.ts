import type { Database } from "@nuclom/db";
import { events, members } from "@nuclom/db/schema";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { type DomainEvent, eventSchema } from "./schemas.ts";

/** More than this, and refetching everything is cheaper than replaying. */
const replayLimit = 500;

/**
 * Sequence numbers are drawn before commit, so a lower one may appear after a higher one.
 * Replaying this far back again costs a few refetches and loses nothing.
 */
const overlap = 100;

/** Organizations whose events a person may see. */
export async function organizationsOf(database: Database, userId: string): Promise<string[]> {
	const rows = await database.drizzle
		.select({ id: members.organizationId })
		.from(members)
		.where(eq(members.userId, userId));
	return rows.map((row) => row.id);
}

/**
 * Events after `lastSeq`, oldest first; null when too many were missed, or when
 * some were pruned, so that the caller refetches everything instead.
 */
export async function missedEvents(
	database: Database,
	organizationIds: readonly string[],
	lastSeq: number,
): Promise<DomainEvent[] | null> {
	if (organizationIds.length === 0) return [];
	const [oldest] = await database.drizzle
		.select({ seq: sql<string | null>`min(${events.seq})` })
		.from(events);
	if (oldest?.seq && Number(oldest.seq) > lastSeq + 1) return null;
	const rows = await database.drizzle
		.select()
		.from(events)
		.where(
			and(inArray(events.organizationId, [...organizationIds]), gt(events.seq, lastSeq - overlap)),
		)
		.orderBy(asc(events.seq))
		.limit(replayLimit + 1);
	if (rows.length > replayLimit) return null;
	return rows.map((row) => eventSchema.parse({ ...row, id: row.entityId, lsn: "0/0" }));
}

/** The newest sequence number: where a stream without a past begins. */
export async function latestSeq(database: Database): Promise<number> {
	const [row] = await database.drizzle
		.select({ seq: sql<string | null>`max(${events.seq})` })
		.from(events);
	return Number(row?.seq ?? 0);
}
