import { AppError } from "@nuclom/core";

export function slugTaken(cause?: unknown): AppError {
	return new AppError("ORGANIZATION_SLUG_TAKEN", "This address is taken.", {
		hint: "Choose another one.",
		cause,
	});
}
