import { index, jsonb, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";

/** Who did what; written in the transaction of the deed. */
export const auditEvents = snakeCase.table(
	"audit_events",
	{
		id: id(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		/** Null when the system itself acted. Kept after the person is gone, so no foreign key. */
		actorId: uuid(),
		action: text().notNull(),
		entityType: text().notNull(),
		entityId: uuid().notNull(),
		data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
		requestId: text(),
		createdAt: instant().notNull(),
	},
	// An organization's log, newest first.
	(table) => [index("audit_events_organization_id").on(table.organizationId, table.id)],
);
