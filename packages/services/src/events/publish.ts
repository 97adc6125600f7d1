import type { Transaction } from "@nuclom/db";
import { sql } from "drizzle-orm";
import type { DomainEvent } from "./schemas.ts";

export const eventChannel = "nuclom_events";

export type NewEvent = Pick<DomainEvent, "type" | "organizationId" | "id"> & {
	readonly parentId?: string | null;
};

/**
 * Stores an event and notifies listeners, both when the caller's transaction commits.
 * Carries ids only: pg_notify allows 8,000 bytes.
 */
export async function publish(tx: Transaction, event: NewEvent): Promise<void> {
	const parentId = event.parentId ?? null;
	await tx.execute(sql`
		with stored as (
			insert into events (organization_id, type, entity_id, parent_id)
			values (${event.organizationId}::uuid, ${event.type}, ${event.id}::uuid, ${parentId}::uuid)
			returning seq, organization_id, type, entity_id, parent_id
		)
		select pg_notify(${eventChannel}, json_build_object(
			'type', type, 'organizationId', organization_id, 'id', entity_id, 'parentId', parent_id,
			'seq', seq, 'lsn', pg_current_wal_insert_lsn()::text
		)::text) from stored`);
}
