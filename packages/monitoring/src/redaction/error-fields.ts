import { AppError } from "@nuclom/core";

/**
 * Facts of system, PostgreSQL, HTTP and SDK errors that help and hold no content. PostgreSQL's
 * `detail` and `query` are left out on purpose: they hold the values of rows.
 */
const safeFields = [
	"code",
	"errno",
	"syscall",
	"status",
	"statusCode",
	"requestId",
	"requestID",
	"severity",
	"schema_name",
	"table_name",
	"column_name",
	"constraint_name",
	"exitCode",
	"signal",
] as const;

const maxErrors = 10;

/** An error as plain fields, with its causes inside: name, message, stack, code, and what is known of it. */
export function errorFields(error: Error): Record<string, unknown> {
	return {
		name: error.name,
		message: error.message,
		...knownFields(error),
		...(AppError.isInstance(error) ? appErrorFields(error) : {}),
		stack: error.stack,
		...(error.cause === undefined ? {} : { cause: error.cause }),
		...(error instanceof AggregateError ? { errors: error.errors.slice(0, maxErrors) } : {}),
	};
}

function knownFields(error: Error): Record<string, unknown> {
	const fields: Record<string, unknown> = {};
	for (const name of safeFields) {
		const value = (error as unknown as Record<string, unknown>)[name];
		if (typeof value === "string" || typeof value === "number") {
			fields[name] = value;
		}
	}
	return fields;
}

function appErrorFields({ hint, data, isRetryable }: AppError): Record<string, unknown> {
	return {
		...(hint === undefined ? {} : { hint }),
		...(Object.keys(data).length === 0 ? {} : { data }),
		isRetryable,
	};
}
