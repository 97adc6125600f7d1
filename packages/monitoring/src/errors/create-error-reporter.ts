import { AppError, type Logger, silentLogger } from "@nuclom/core";
import type { Scope } from "@sentry/node";
import { withTimeout } from "../with-timeout.ts";
import type { SentryClient } from "./open-sentry.ts";
import { shouldReport } from "./should-report.ts";

export interface ErrorReporterConfig {
	/** Without it nothing is loaded and nothing is sent. */
	readonly dsn?: string | undefined;
	readonly environment: string;
	readonly release?: string | undefined;
	readonly service: "web" | "worker" | "cli";
	/** Shares from 0 to 1. `errors` is 1 by default; without `traces` there is no tracing at all. */
	readonly sampleRates?: { readonly errors?: number; readonly traces?: number };
	readonly logger?: Logger;
}

export interface ErrorContext {
	readonly requestId?: string;
	readonly userId?: string;
	/** What was being done: "videos.create", "video.process". */
	readonly operation?: string;
}

export interface ErrorReporter {
	readonly isEnabled: boolean;
	/** Reports a defect. Never throws, never waits. Errors that are the caller's fault are left out. */
	captureException(error: unknown, context?: ErrorContext): void;
	/** Waits until everything is sent, at most `timeoutMs`. True when it was. */
	flush(timeoutMs: number): Promise<boolean>;
}

/** Reports errors to Sentry, whose SDK is loaded only when there is a DSN. */
export function createErrorReporter(config: ErrorReporterConfig): ErrorReporter {
	const { dsn, logger = silentLogger } = config;
	if (dsn === undefined || dsn === "") {
		return { isEnabled: false, captureException: () => {}, flush: async () => true };
	}
	const opening = open({ ...config, dsn }, logger);
	return {
		isEnabled: true,
		captureException(error, context = {}) {
			if (shouldReport(error)) {
				void opening.then((sentry) => sentry?.capture(error, describe(error, context)));
			}
		},
		async flush(timeoutMs) {
			const sent = async () => (await (await opening)?.flush(timeoutMs)) ?? false;
			return await withTimeout(sent, timeoutMs).catch(() => false);
		},
	};
}

/** A monitoring service that does not work must not take the product with it. */
async function open(
	config: ErrorReporterConfig & { readonly dsn: string },
	logger: Logger,
): Promise<SentryClient | undefined> {
	try {
		const { openSentry } = await import("./open-sentry.ts");
		return openSentry(config);
	} catch (error) {
		logger.error({ error }, "error reporting could not start");
		return undefined;
	}
}

function describe(error: unknown, { requestId, userId, operation }: ErrorContext) {
	return (scope: Scope): void => {
		scope.setTags({
			...(requestId === undefined ? {} : { requestId }),
			...(operation === undefined ? {} : { operation }),
			...(AppError.isInstance(error) ? { code: error.code } : {}),
		});
		if (userId !== undefined) {
			scope.setUser({ id: userId });
		}
		if (AppError.isInstance(error)) {
			scope.setContext("appError", { hint: error.hint, ...error.data });
		}
	};
}
