import { AppError, type ErrorCode } from "@nuclom/core";

const full = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const refused = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "ELOOP"]);
const failing = new Set(["EIO", "EMFILE", "ENFILE", "ESTALE", "ETIMEDOUT", "ENOMEM"]);

export function errorCode(error: unknown): string | undefined {
	return (error as NodeJS.ErrnoException | null)?.code;
}

export function isMissing(error: unknown): boolean {
	return errorCode(error) === "ENOENT";
}

/** Turns what the disk of the store says into what an operator can act on; other errors pass. */
function storeError(error: unknown): unknown {
	const code = errorCode(error) ?? "";
	const make = (to: ErrorCode, message: string, hint: string) =>
		new AppError(to, message, { hint, cause: error });
	if (full.has(code)) {
		const hint = "Make room on the disk that STORAGE_PATH lies on, then try again.";
		return make("STORAGE_FULL", "The storage has no room left.", hint);
	}
	if (refused.has(code)) {
		const hint = "STORAGE_PATH must be a folder that Nuclom's user may write to.";
		return make("STORAGE_MISCONFIGURED", "The storage folder cannot be used.", hint);
	}
	if (failing.has(code)) {
		const hint = "Try again; if it stays, look at the machine's disk and its limit of open files.";
		return make(
			"STORAGE_UNAVAILABLE",
			"The disk of the storage does not answer as it should.",
			hint,
		);
	}
	return error;
}

/** Runs what touches the store's disk. */
export async function onStoreDisk<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw storeError(error);
	}
}

/** Turns a full disk under a file that the caller chose into DISK_FULL; other errors pass. */
export function targetError(error: unknown): unknown {
	if (!full.has(errorCode(error) ?? "")) return error;
	return new AppError("DISK_FULL", "The disk is full.", {
		hint: "Make room on the disk of the folder for work in progress, then try again.",
		cause: error,
	});
}
