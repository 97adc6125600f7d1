import { z } from "zod";

/** A lower-case UUID. */
export const idSchema = z.uuid().lowercase();

export const instantSchema = z.iso.datetime();

/** Where a keyset page ended; opaque to the caller. */
const cursorSchema = z.string().min(1).max(512);

export const pageInputSchema = z.object({
	cursor: cursorSchema.optional(),
	limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** A person as others in the organization see them. */
export const personSchema = z.object({
	id: idSchema,
	name: z.string(),
	image: z.string().nullable(),
});
export type Person = z.infer<typeof personSchema>;

/**
 * One line of text that a person typed: trimmed, no control characters.
 * Emoji and every script are welcome; NUL would be refused by PostgreSQL anyway.
 */
export function lineSchema(maxLength: number) {
	return z
		.string()
		.trim()
		.min(1, "Write something here.")
		.max(maxLength, `At most ${maxLength} characters.`)
		.refine((text) => !/\p{Cc}/u.test(text), "Control characters are not allowed.");
}

/** Text of several lines: as lineSchema, but line breaks and tabs are kept. */
export function textSchema(maxLength: number, minLength = 1) {
	return z
		.string()
		.trim()
		.min(minLength, "Write something here.")
		.max(maxLength, `At most ${maxLength} characters.`)
		.refine((text) => !/[^\P{Cc}\n\r\t]/u.test(text), "Control characters are not allowed.");
}
