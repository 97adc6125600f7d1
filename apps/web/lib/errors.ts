export interface ErrorDescription {
	/** What happened, and what is safe. */
	readonly title: string;
	/** What to do now. */
	readonly hint: string | undefined;
	readonly code: string;
	/** Finds the server's log line. */
	readonly requestId: string | undefined;
	/** What is wrong with single fields of the input, by their path ("slug", "items.0.name"). */
	readonly fields: ReadonlyMap<string, string>;
}

/** The oRPC envelope as it arrives in the browser. */
interface ApiErrorLike {
	readonly code: string;
	readonly status?: number;
	readonly data?: {
		readonly hint?: string;
		readonly requestId?: string;
		readonly fields?: readonly { readonly path: string; readonly message: string }[];
	};
}

/** An error that a call to our API answered with, whichever copy of oRPC made it. */
export function isApiError(error: unknown): error is Error & ApiErrorLike {
	return error instanceof Error && "code" in error && typeof error.code === "string";
}

const noFields = new Map<string, string>();

/** Words for anything that a call may throw. Nothing of an unknown error is shown but its id. */
export function describeError(error: unknown): ErrorDescription {
	if (isApiError(error)) {
		const { code, message, data } = error;
		return {
			title: message,
			hint: data?.hint,
			code,
			requestId: data?.requestId,
			fields: new Map(data?.fields?.map((field) => [field.path, field.message])),
		};
	}
	// fetch throws a TypeError for everything that kept it from an answer.
	if (error instanceof TypeError) {
		return {
			title: "The server did not answer.",
			hint: "Nothing is lost. Check the connection and try again.",
			code: "NETWORK",
			requestId: undefined,
			fields: noFields,
		};
	}
	return {
		title: "Something went wrong here.",
		hint: "Nothing was changed. Try again.",
		code: "UNKNOWN",
		requestId: undefined,
		fields: noFields,
	};
}
