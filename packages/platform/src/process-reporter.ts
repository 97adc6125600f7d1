import { createErrorReporter, type ErrorReporter } from "@nuclom/monitoring";
import { type EnvironmentSource, processEnvironment } from "./environment.ts";
import { parseEnvironment } from "./environment-schema.ts";
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
