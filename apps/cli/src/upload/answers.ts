import { AppError, type ErrorCode, errorCodes } from "@nuclom/core";

interface Answer {
	readonly status: number;
	header(name: string): string | null | undefined;
	readonly text: string;
}

/** How long to wait, as RFC 9110 writes it: seconds, or a date. */
function retryAfterMs(value: string | null | undefined): number | undefined {
	if (!value) return undefined;
	const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	// Who asks for more than five minutes is asked again after those.
	return Number.isFinite(ms) ? Math.min(Math.max(0, ms), 300_000) : undefined;
}

interface Envelope {
	readonly code?: unknown;
	readonly message?: unknown;
	readonly data?: { readonly hint?: unknown } & Record<string, unknown>;
}

function readEnvelope(text: string): Envelope {
	try {
		return (JSON.parse(text) ?? {}) as Envelope;
	} catch {
		return {};
	}
}

const isKnown = (code: unknown): code is ErrorCode =>
	typeof code === "string" && Object.hasOwn(errorCodes, code);

/** An answer that is no success, as the error that the server meant; `data.status` is its HTTP status. */
export function errorFromAnswer({ status, header, text }: Answer, from: string): AppError {
	const { code, message, data } = readEnvelope(text);
	const waitMs = retryAfterMs(header("retry-after"));
	const hint = typeof data?.hint === "string" ? { hint: data.hint } : {};
	const facts = { ...data, status, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
	if (isKnown(code) && typeof message === "string") {
		return new AppError(code, message, { ...hint, data: facts, isRetryable: isPassing(status) });
	}
	return new AppError("SERVER_UNREACHABLE", `${from} answered with the status ${status}.`, {
		hint: isPassing(status)
			? "Try again later; what was sent is kept."
			: "Is a Nuclom at this address, and does a proxy in front of it let this through?",
		data: facts,
		isRetryable: isPassing(status),
	});
}

/** Statuses that go by: of a server, or of a proxy in front of it. */
const isPassing = (status: number) => [408, 429, 500, 502, 503, 504, 507].includes(status);

/** No answer came. */
export function noAnswer(from: string, cause: unknown): AppError {
	return new AppError("SERVER_UNREACHABLE", `${from} does not answer: ${reason(cause)}.`, {
		hint: "Check the address and the network, then run the same command again.",
		cause,
	});
}

function reason(error: unknown): string {
	const { code, message, cause } = error as NodeJS.ErrnoException;
	if (cause && !code) return reason(cause);
	return code || message || String(error);
}
