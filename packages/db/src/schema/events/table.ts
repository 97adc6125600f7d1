import { bigint, index, snakeCase, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "../columns.ts";
import { organizations } from "../organizations/table.ts";

/** What changed, in order: the durable half of the server-sent events. */
export const events = snakeCase.table(
	"events",
	{
		seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
		organizationId: uuid()
			.notNull()
			.references(() => organizations.id, { onDelete: "cascade" }),
		type: text().notNull(),
		entityId: uuid().notNull(),
		parentId: uuid(),
		createdAt: instant().notNull().defaultNow(),
	},
	(table) => [
		// A stream that comes back reads what it missed.
		index("events_organization_seq").on(table.organizationId, table.seq),
		// Old events are pruned by age.
		index("events_created_at").on(table.createdAt),
	],
);
