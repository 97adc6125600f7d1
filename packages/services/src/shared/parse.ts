import { AppError } from "@nuclom/core";
import type { z } from "zod";

/**
 * The input as the schema has it.
 * @throws {AppError} INPUT_INVALID with one sentence per field
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
	const result = schema.safeParse(input);
	if (result.success) return result.data;
	const fields = result.error.issues.map((issue) => ({
		path: issue.path.join("."),
		message: issue.message,
	}));
	const first = fields[0];
	throw new AppError("INPUT_INVALID", "Something in the request is not as it should be.", {
		hint: first ? [first.path, first.message].filter(Boolean).join(": ") : "Check the fields.",
		data: { fields },
	});
}
