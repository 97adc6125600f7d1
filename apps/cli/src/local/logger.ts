import type { Logger } from "@nuclom/core";
import { createLogger, logLevels } from "@nuclom/monitoring";
import type { EnvironmentSource } from "@nuclom/platform/process";

/** The log of a command: standard error, so that its answer stands alone on standard output. */
export function commandLogger(source: EnvironmentSource): Logger {
	const level = logLevels.find((known) => known === source.LOG_LEVEL?.trim()) ?? "info";
	const destination = process.stderr;
	return createLogger({ level, pretty: destination.isTTY === true, destination }).child({
		service: "cli",
	});
}
