import { uuidv7 } from "uuidv7";

/** A new UUIDv7: sortable by creation time (RFC 9562), made in the app, never in SQL. */
export function newId(): string {
	return uuidv7();
}

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a lower-case UUID, the only spelling of an id that is accepted. */
export function isId(value: unknown): value is string {
	return typeof value === "string" && pattern.test(value);
}
