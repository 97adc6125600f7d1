import { AppError } from "@nuclom/core";

/** What the caller did wrong, or gave up on, is not a defect of ours. */
export function shouldReport(error: unknown): boolean {
	if (AppError.isInstance(error)) {
		return error.status >= 500;
	}
	return !(error instanceof Error && error.name === "AbortError");
}
