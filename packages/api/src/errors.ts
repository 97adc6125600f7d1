import { AppError } from "@nuclom/core";
import { databaseError } from "@nuclom/db";
import { ORPCError } from "@orpc/contract";
import { ZodError } from "zod";
import type { ApiContext } from "./context.ts";

interface Issue {
	readonly path?: ReadonlyArray<PropertyKey | { key: PropertyKey }>;
	readonly message: string;
}

function fieldsOf(issues: readonly Issue[]) {
	return issues.map(({ path = [], message }) => ({
		path: path.map((part) => String(typeof part === "object" ? part.key : part)).join("."),
		message,
	}));
}

function inputInvalid(issues: readonly Issue[]): AppError {
	const fields = fieldsOf(issues);
	const [first] = fields;
	return new AppError("INPUT_INVALID", "Something in the request is not as it should be.", {
		hint: first ? [first.path, first.message].filter(Boolean).join(": ") : "Check the fields.",
		data: { fields },
	});
}

/** oRPC's own refusals, in our words; undefined for a defect. */
function fromOrpc(error: ORPCError<string, unknown>): AppError | undefined {
	const { data } = error;
	const issues = (data as { issues?: Issue[] } | undefined)?.issues;
	if (error.code === "BAD_REQUEST" && issues) return inputInvalid(issues);
	if (error.code === "BAD_REQUEST") {
		return new AppError("BAD_REQUEST", "The request cannot be read.", {
			hint: "Send JSON with content-type application/json.",
			cause: error,
		});
	}
	if (error.code === "PAYLOAD_TOO_LARGE" || error.status === 413) {
		return new AppError("PAYLOAD_TOO_LARGE", "The request is too large.", {
			hint: "Files are sent in parts, straight to the store.",
		});
	}
	return undefined;
}

/** Whatever was thrown, as an AppError; a defect becomes INTERNAL and keeps its cause for the log. */
export function toAppError(error: unknown): AppError {
	if (AppError.isInstance(error)) return error;
	const known =
		error instanceof ORPCError
			? fromOrpc(error)
			: error instanceof ZodError
				? undefined
				: databaseError(error);
	if (known) return known;
	return new AppError("INTERNAL", "Something went wrong on our side.", {
		hint: "Try again. If it stays, send us the request id.",
		cause: error,
	});
}

/** The envelope of every error: `{ code, message, data: { hint, requestId, … } }`. */
export function errorBody(error: AppError, requestId: string) {
	const { code, message, hint, data } = error;
	return { code, message, data: { ...data, ...(hint ? { hint } : {}), requestId } };
}

/** The one place where errors become HTTP. */
export function toOrpcError(error: unknown, requestId: string): ORPCError<string, unknown> {
	const appError = toAppError(error);
	const { code, message, data } = errorBody(appError, requestId);
	return new ORPCError(code, { status: appError.status, message, data, cause: error });
}

/** Logs what is ours to mend, and tells the error reporter. */
export async function reportError(
	error: unknown,
	context: ApiContext,
	operation: string,
): Promise<void> {
	const appError = toAppError(error);
	const isOurs = appError.status >= 500;
	const fields = { operation, code: appError.code, ...(isOurs ? { err: error } : {}) };
	if (!isOurs) return context.logger.debug(fields, "Refused");
	context.logger.error(fields, "Failed");
	const caller = await context.caller().catch(() => null);
	const { requestId } = context;
	const userId = caller?.userId ?? null;
	context.deps.onError?.(error, { requestId, operation, userId });
}
