import { AppError } from "@nuclom/core";

export function remoteTimedOut(message: string): AppError {
	return new AppError("REMOTE_TIMED_OUT", message, {
		hint: "Try again later, or upload the file from your own machine.",
	});
}

export function remoteTooLarge(maxBytes: number): AppError {
	return new AppError("UPLOAD_TOO_LARGE", "This file is larger than this place allows.", {
		hint: "Choose a smaller file, or ask an operator to raise UPLOAD_MAX_BYTES.",
		data: { maxUploadBytes: maxBytes },
	});
}

/** A status that is no 200. Those that go by are worth another try. */
export function remoteRefused(status: number): AppError {
	const isPassing = status === 429 || status >= 500;
	return new AppError("REMOTE_UNAVAILABLE", `The other server answered with ${status}.`, {
		hint: isPassing ? "Try again later." : "Check that the address works without signing in.",
		data: { status },
		isRetryable: isPassing,
	});
}

export function isWebPage(): AppError {
	return new AppError("MEDIA_NOT_A_VIDEO", "This address leads to a web page, not to a file.", {
		hint: "Use the address of the video file itself.",
	});
}

const timeouts = ["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "UND_ERR_CONNECT_TIMEOUT"];

function findAppError(error: unknown): AppError | undefined {
	if (AppError.isInstance(error)) return error;
	const { cause, errors = [] } = (error ?? {}) as { cause?: unknown; errors?: unknown[] };
	const inner = [...errors, ...(cause === undefined ? [] : [cause])];
	return inner.map(findAppError).find((found) => found !== undefined);
}

/** Whatever a connection throws, in words that tell nothing of our own network. */
export function remoteError(error: unknown): AppError {
	const known = findAppError(error);
	if (known) return known;
	const { code = "", name } = error as NodeJS.ErrnoException;
	if (timeouts.includes(code) || name === "TimeoutError") {
		return remoteTimedOut("The other server did not answer in time.");
	}
	if (["ENOTFOUND", "EAI_AGAIN", "ENODATA"].includes(code)) {
		return new AppError("REMOTE_UNAVAILABLE", "There is no such server.", {
			hint: "Check the address.",
			cause: error,
		});
	}
	return new AppError("REMOTE_UNAVAILABLE", "The connection to the other server broke.", {
		hint: "Try again.",
		cause: error,
	});
}
