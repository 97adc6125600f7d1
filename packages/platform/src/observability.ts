import { type Clock, type Logger, systemClock } from "@nuclom/core";
import {
	createErrorReporter,
	createLogger,
	createMetrics,
	type ErrorReporter,
	type LogDestination,
	type Metrics,
} from "@nuclom/monitoring";
import type { Configuration } from "./load-configuration.ts";
import type { ServiceName } from "./platform.ts";

export interface PlatformOptions {
	readonly service: ServiceName;
	/** Where log lines go: standard output, unless a command keeps that for its answer. */
	readonly logDestination?: LogDestination;
	/** Readable lines instead of JSON, for people at a terminal. */
	readonly isPretty?: boolean;
	readonly clock?: Clock;
}

export interface Observability {
	readonly clock: Clock;
	readonly logger: Logger;
	readonly metrics: Metrics;
	readonly reporter: ErrorReporter;
}

export function createObservability(
	{ monitoring }: Configuration,
	options: PlatformOptions,
): Observability {
	const clock = options.clock ?? systemClock;
	const logger = createLogger({
		level: monitoring.logLevel,
		pretty: options.isPretty ?? false,
		clock,
		...(options.logDestination ? { destination: options.logDestination } : {}),
	}).child({ service: options.service });
	const reporter = createErrorReporter({
		dsn: monitoring.sentryDsn,
		environment: monitoring.sentryEnvironment,
		service: options.service,
		logger,
	});
	return { clock, logger, metrics: createMetrics(), reporter };
}
