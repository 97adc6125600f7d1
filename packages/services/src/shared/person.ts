import type { Person } from "./schemas.ts";

/** A left-joined row's person; null once the account is gone. */
export function presentPerson(
	row: { id: string | null; name: string | null; image: string | null } | null,
): Person | null {
	if (!row?.id || row.name === null) return null;
	return { id: row.id, name: row.name, image: row.image };
}
