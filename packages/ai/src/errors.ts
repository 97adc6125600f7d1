import { AppError } from "@nuclom/core";
import { APIConnectionError, APIError } from "openai";
import { ZodError } from "zod";

/** What was asked, and the variable that names its model. */
export const purposes = {
	transcription: "OPENAI_TRANSCRIPTION_MODEL",
	analysis: "OPENAI_ANALYSIS_MODEL",
	check: "OPENAI_BASE_URL",
} as const;

export type Purpose = keyof typeof purposes;

export function outputInvalid(message: string, cause?: unknown): AppError {
	return new AppError("AI_OUTPUT_INVALID", message, cause === undefined ? {} : { cause });
}

interface Request {
	readonly purpose: Purpose;
	readonly apiKey: string | undefined;
	readonly nowMs: number;
}

/** Whatever the SDK throws, as the AppError that a reader can act on. */
export function toAppError(error: unknown, request: Request): AppError {
	if (AppError.isInstance(error)) {
		return error;
	}
	const cause = withoutKey(error, request.apiKey);
	if (error instanceof APIConnectionError) {
		return unavailable("The AI service did not answer.", cause);
	}
	if (error instanceof APIError && typeof error.status === "number") {
		return fromStatus(error as HttpError, request, cause);
	}
	if (isUnreadable(error)) {
		return outputInvalid("The AI service answered in a shape that was not asked for.", cause);
	}
	return unavailable("The AI service's answer broke off.", cause);
}

/**
 * The SDK throws ZodError when an answer has another shape, SyntaxError when it is no JSON, and
 * trips over one that is no answer at all. fetch's own TypeErrors (a lost connection) have a cause.
 */
function isUnreadable(error: unknown): boolean {
	return (
		error instanceof ZodError ||
		error instanceof SyntaxError ||
		(error instanceof TypeError && error.cause === undefined)
	);
}

type HttpError = APIError<number, Headers>;

function fromStatus(error: HttpError, { purpose, nowMs }: Request, cause: Error): AppError {
	switch (error.status) {
		case 401:
			return refusedKey("The AI service did not accept the key.", "Check OPENAI_API_KEY.", cause);
		case 403:
			return refusedKey(
				"The AI service does not allow this key to do that.",
				`Check what OPENAI_API_KEY may use, and ${purposes[purpose]}.`,
				cause,
			);
		case 404:
			return refusedKey(
				"The AI service does not know this model or address.",
				`Check ${purposes[purpose]} and OPENAI_BASE_URL.`,
				cause,
			);
		case 429:
			return rateLimited(error, nowMs, cause);
		default:
			return error.status >= 500 || error.status === 408 || error.status === 409
				? unavailable("The AI service has a problem.", cause)
				: new AppError("AI_REFUSED", "The AI service refused this input.", { cause });
	}
}

function refusedKey(message: string, hint: string, cause: Error): AppError {
	return new AppError("AI_NOT_CONFIGURED", message, { hint, cause });
}

function unavailable(message: string, cause: Error): AppError {
	return new AppError("AI_UNAVAILABLE", message, { hint: "Try again in a few minutes.", cause });
}

/** An account without credit also answers 429, but waiting does not help it. */
function rateLimited(error: HttpError, nowMs: number, cause: Error): AppError {
	if (error.code === "insufficient_quota") {
		return new AppError("AI_RATE_LIMITED", "The AI account has no credit left.", {
			hint: "Add credit to the account of OPENAI_API_KEY.",
			isRetryable: false,
			cause,
		});
	}
	const retryAfterMs = readRetryAfterMs(error.headers, nowMs);
	return new AppError("AI_RATE_LIMITED", "The AI service is asked too often right now.", {
		hint: "Try again later.",
		...(retryAfterMs === undefined ? {} : { data: { retryAfterMs } }),
		cause,
	});
}

/** Retry-After as RFC 9110 has it (seconds or a date), or OpenAI's retry-after-ms. */
export function readRetryAfterMs(headers: Headers | undefined, nowMs: number): number | undefined {
	const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
	if (Number.isFinite(exact)) {
		return Math.max(0, Math.ceil(exact));
	}
	const value = headers?.get("retry-after") ?? "";
	const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - nowMs;
	return Number.isFinite(ms) ? Math.max(0, Math.ceil(ms)) : undefined;
}

/** A cause for the log that cannot hold the key, even where a server repeats it. */
function withoutKey(error: unknown, apiKey: string | undefined): Error {
	const source = error instanceof Error ? error : new Error(String(error));
	const deeper = source.cause === undefined ? {} : { cause: withoutKey(source.cause, apiKey) };
	const cause = new Error(strike(source.message, apiKey), deeper);
	cause.name = source.constructor.name;
	cause.stack = strike(source.stack ?? "", apiKey);
	if (source instanceof APIError) {
		Object.assign(cause, { status: source.status, requestId: source.requestID });
	}
	return cause;
}

function strike(text: string, apiKey: string | undefined): string {
	return apiKey === undefined ? text : text.replaceAll(apiKey, "[key]");
}
