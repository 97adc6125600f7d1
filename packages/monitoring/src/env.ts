import { z } from "zod";
import { logLevels } from "./logging/create-logger.ts";

/** The variables of this package. Reads nothing: platform passes process.env in. */
export const monitoringEnv = z.object({
	LOG_LEVEL: z.enum(logLevels).optional(),
	SENTRY_DSN: z
		.url({ protocol: /^https?$/ })
		.optional()
		.describe("Errors are reported to Sentry when this is set."),
	SENTRY_ENVIRONMENT: z
		.string()
		.regex(/^[^\s/]{1,64}$/)
		.optional()
		.describe("Default: the environment of NUCLOM_ENV."),
	METRICS_TOKEN: z
		.string()
		.min(16)
		.optional()
		.describe("Bearer token that /metrics asks for. Unset: only this machine may read them."),
	ANALYTICS_ID: z
		.string()
		.min(1)
		.optional()
		.describe("Accepted because deployments set it; nothing is sent anywhere yet."),
});
