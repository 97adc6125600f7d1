export { monitoringEnv } from "./env.ts";
export {
	createErrorReporter,
	type ErrorContext,
	type ErrorReporter,
	type ErrorReporterConfig,
} from "./errors/create-error-reporter.ts";
export {
	createHealth,
	type Health,
	type HealthAnswer,
	type HealthConfig,
	type HealthReport,
} from "./health/create-health.ts";
export type { HealthCheck } from "./health/run-checks.ts";
export {
	createLogger,
	type LogDestination,
	type LoggerConfig,
	type LogLevel,
	logLevels,
} from "./logging/create-logger.ts";
export { prettyDestination } from "./logging/pretty-destination.ts";
export { createMetrics, type Metrics, type MetricsConfig } from "./metrics/create-metrics.ts";
export { redactPersonalText, redactText } from "./redaction/redact-text.ts";
