import { bigint, timestamp, uuid } from "drizzle-orm/pg-core";

/** UUIDv7, made in the app. */
export const id = () => uuid().primaryKey();

/** An instant with time zone, as a Date, in milliseconds. */
export const instant = () => timestamp({ withTimezone: true, precision: 3, mode: "date" });

/** Milliseconds or bytes: a bigint column read as a number (exact up to 2^53). */
export const amount = () => bigint({ mode: "number" });

export const timestamps = {
	createdAt: instant().notNull().defaultNow(),
	updatedAt: instant().notNull().defaultNow(),
};
