import type { Logger } from "@nuclom/core";
import {
	createErrorReporter,
	createLogger,
	type ErrorReporter,
	type LogDestination,
} from "@nuclom/monitoring";
import { type EnvironmentSource, parseEnvironment, processEnvironment } from "./environment.ts";
import type { ServiceName } from "./platform.ts";

/**
 * Reports a process's own defects, also when its configuration is wrong: a SENTRY_DSN that can be
 * read is enough. Does nothing without one.
 */
export function createProcessReporter(
	service: ServiceName,
	source: EnvironmentSource = processEnvironment(),
): ErrorReporter {
	const { SENTRY_DSN, SENTRY_ENVIRONMENT, NUCLOM_ENV } = parseEnvironment(source).environment;
	return createErrorReporter({
		dsn: SENTRY_DSN,
		environment: SENTRY_ENVIRONMENT ?? NUCLOM_ENV,
		service,
	});
}

export interface ProcessLoggerOptions {
	readonly service: ServiceName;
	readonly source: EnvironmentSource;
	readonly isPretty: boolean;
	readonly destination: LogDestination;
}

/** A logger for a command that builds no platform. */
export function createProcessLogger(options: ProcessLoggerOptions): Logger {
	const { service, source, isPretty: pretty, destination } = options;
	const level = parseEnvironment(source).environment.LOG_LEVEL ?? "info";
	return createLogger({ level, pretty, destination }).child({ service });
}
