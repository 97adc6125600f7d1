import { AppError, isId } from "@nuclom/core";

/** Pages are continued after an id. @throws {AppError} INPUT_INVALID */
export function assertCursor(cursor: string | undefined): void {
	if (cursor === undefined || isId(cursor)) return;
	throw new AppError("INPUT_INVALID", "This page does not exist.", { hint: "Start again." });
}
