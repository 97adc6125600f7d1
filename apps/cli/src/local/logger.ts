import type { Logger } from "@nuclom/core";
import { createLogger, type LogDestination, logLevels } from "@nuclom/monitoring";
import type { EnvironmentSource } from "@nuclom/platform/process";

/**
 * The log of a command. Without a destination it is standard error, readable for a person, so that the
 * answer stands alone on standard output.
 */
export function commandLogger(source: EnvironmentSource, destination?: LogDestination): Logger {
	const level = logLevels.find((known) => known === source.LOG_LEVEL?.trim()) ?? "info";
	const pretty = destination === undefined && process.stderr.isTTY === true;
	const logger = createLogger({ level, pretty, destination: destination ?? process.stderr });
	return logger.child({ service: "cli" });
}
