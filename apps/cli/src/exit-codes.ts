import { AppError, type ErrorCode } from "@nuclom/core";

/** What a script may tell from the way that `nuclom` ends. `nuclom --help` prints this table. */
export const exitCodes = {
	ok: { code: 0, meaning: "everything went well" },
	failure: { code: 1, meaning: "something failed that is not named below" },
	usage: { code: 2, meaning: "an unknown command, flag or value" },
	configuration: {
		code: 3,
		meaning: "a variable, a port or the data folder is not as it should be",
	},
	unavailable: { code: 4, meaning: "something that is needed does not answer, or has no room" },
	version: { code: 5, meaning: "the database or the data folder is of another version" },
	inUse: { code: 6, meaning: "another Nuclom runs on this data folder" },
	interrupted: { code: 130, meaning: "interrupted before the work was done" },
} as const;

type ExitReason = keyof typeof exitCodes;

const reasons: Partial<Record<ErrorCode, ExitReason>> = {
	INPUT_INVALID: "usage",
	CONFIG_INVALID: "configuration",
	PORT_IN_USE: "configuration",
	STORAGE_MISCONFIGURED: "configuration",
	CDN_MISCONFIGURED: "configuration",
	DATABASE_UNAVAILABLE: "unavailable",
	QUEUE_UNAVAILABLE: "unavailable",
	STORAGE_UNAVAILABLE: "unavailable",
	STORAGE_FULL: "unavailable",
	CDN_UNAVAILABLE: "unavailable",
	CACHE_UNAVAILABLE: "unavailable",
	MEDIA_TOOLS_MISSING: "unavailable",
	MAIL_FAILED: "unavailable",
	AI_UNAVAILABLE: "unavailable",
	DISK_FULL: "unavailable",
	POSTGRES_START_FAILED: "unavailable",
	POSTGRES_BINARIES_MISSING: "unavailable",
	DATABASE_SCHEMA_BEHIND: "version",
	DATABASE_SCHEMA_AHEAD: "version",
	POSTGRES_DATA_NEWER: "version",
	POSTGRES_DATA_OLDER: "version",
	DATA_FOLDER_NEWER: "version",
	DATA_FOLDER_IN_USE: "inUse",
};

/** The exit code that belongs to whatever was thrown. */
export function exitCodeOf(error: unknown): number {
	const reason = AppError.isInstance(error) ? reasons[error.code] : undefined;
	return exitCodes[reason ?? "failure"].code;
}

/** The table, as `--help` prints it. */
export function exitCodeTable(): string {
	const lines = Object.values(exitCodes).map(
		({ code, meaning }) => `  ${String(code).padEnd(5)}${meaning}`,
	);
	return ["", "Exit codes:", ...lines].join("\n");
}
