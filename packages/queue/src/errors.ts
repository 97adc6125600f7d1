import { AppError, type ErrorCode, errorCodes } from "@nuclom/core";

/** Any failure of the queue's own connection, as the one code that callers act on. */
export function unavailable(cause: unknown): AppError {
	if (AppError.isInstance(cause)) return cause;
	return new AppError("QUEUE_UNAVAILABLE", "The job queue cannot be reached.", {
		hint: "Check that PostgreSQL is running and reachable.",
		cause,
	});
}

/** What is kept of a failed attempt: enough to say why, nothing that could hold a secret. */
export interface JobFailure {
	/** INTERNAL for anything that is no AppError. */
	readonly code: ErrorCode;
	readonly message: string;
}

/** The failure as it is stored with the job. A defect's own message stays in the log. */
export function describeFailure(error: unknown): JobFailure {
	if (AppError.isInstance(error)) return { code: error.code, message: error.message };
	return { code: "INTERNAL", message: "The job stopped with an unexpected error." };
}

/** Reads a stored failure back; pg-boss writes its own for silence and for running too long. */
export function readFailure(output: unknown): JobFailure {
	const stored = (output ?? {}) as { code?: unknown; message?: unknown; value?: unknown };
	if (isErrorCode(stored.code) && typeof stored.message === "string") {
		return { code: stored.code, message: stored.message };
	}
	const inner = stored.value as { message?: unknown } | undefined;
	const message = String(inner?.message ?? stored.message ?? "");
	if (message.includes("heartbeat")) {
		return { code: "JOB_ABANDONED", message: "The worker died while it ran this job." };
	}
	if (message.includes("timed out") || message.includes("exceeded")) {
		return { code: "JOB_TIMED_OUT", message: "The job ran longer than it may." };
	}
	return describeFailure(undefined);
}

function isErrorCode(value: unknown): value is ErrorCode {
	return typeof value === "string" && Object.hasOwn(errorCodes, value);
}
