export interface ErrorId {
	/** What it is, as somebody would call it who passes it on. */
	readonly name: "request id" | "error number";
	readonly value: string;
}

/** Next makes a number of an error that brings no digest of its own, and may add a code of its own. */
const nextsNumber = /^\d+(?:@\w+)?$/;

/**
 * What finds an error in the server's log: the request's id, or Next's number of the error where
 * the id is not known. Undefined for what happened in this browser alone.
 */
export function errorIdOf(error: unknown): ErrorId | undefined {
	if (!(error instanceof Error)) return undefined;
	const { digest, data } = error as { digest?: unknown; data?: { requestId?: unknown } };
	const value = data?.requestId ?? digest;
	if (typeof value !== "string" || !value) return undefined;
	return { name: nextsNumber.test(value) ? "error number" : "request id", value };
}
