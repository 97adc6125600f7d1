import * as sentry from "@sentry/node";
import type { ErrorReporterConfig } from "./create-error-reporter.ts";
import { scrubEvent, scrubSpan } from "./scrub-event.ts";

export interface SentryClient {
	capture(error: unknown, describe: (scope: sentry.Scope) => void): void;
	flush(timeoutMs: number): Promise<boolean>;
}

type Config = ErrorReporterConfig & { readonly dsn: string };

/** Opens Sentry's SDK. This file is the only one that imports it, and is imported on demand. */
export function openSentry(config: Config): SentryClient {
	const client =
		config.sampleRates?.traces === undefined ? openForErrors(config) : openWithTracing(config);
	if (client?.getDsn() === undefined) {
		throw new Error("Sentry's SDK does not accept this DSN, or does not run in this thread.");
	}
	const scope = new sentry.Scope();
	scope.setClient(client);
	scope.setTag("service", config.service);
	return {
		capture(error, describe) {
			const own = scope.clone();
			describe(own);
			own.captureException(error);
		},
		flush: async (timeoutMs) => await client.flush(timeoutMs),
	};
}

/**
 * A client of our own, with a scope of its own. Sentry's init() would hook into node:http and fetch,
 * listen for uncaught exceptions and cost 30–45 % of a small route's throughput; errors need none of it.
 */
function openForErrors(config: Config): sentry.NodeClient {
	const client = new sentry.NodeClient({
		...optionsOf(config),
		transport: sentry.makeNodeTransport,
		stackParser: sentry.defaultStackParser,
		integrations: [
			sentry.linkedErrorsIntegration(),
			sentry.nodeContextIntegration(),
			sentry.contextLinesIntegration(),
		],
		enableRuntimeChannelInjection: false,
	});
	client.init();
	return client;
}

/** Uncaught exceptions stay with the process that owns them, and sessions and breadcrumbs are not asked for. */
const unwanted = new Set([
	"OnUncaughtException",
	"OnUnhandledRejection",
	"Console",
	"ProcessSession",
	"Modules",
]);

function openWithTracing(config: Config): sentry.NodeClient | undefined {
	return sentry.init({
		...optionsOf(config),
		tracesSampleRate: config.sampleRates?.traces,
		integrations: (defaults) => defaults.filter(({ name }) => !unwanted.has(name)),
	});
}

function optionsOf({ dsn, environment, release, sampleRates }: Config) {
	return {
		dsn,
		environment,
		...(release === undefined ? {} : { release }),
		...(sampleRates?.errors === undefined ? {} : { sampleRate: sampleRates.errors }),
		includeServerName: false,
		sendClientReports: false,
		// By default the SDK collects all of these: transcripts and rows would leave the machine.
		dataCollection: {
			userInfo: false,
			cookies: false,
			httpHeaders: false,
			httpBodies: [],
			urlQueryParams: false,
			graphQL: { document: false, variables: false },
			genAI: { inputs: false, outputs: false },
			databaseQueryData: false,
			queues: false,
			stackFrameVariables: false,
		},
		beforeSend: scrubEvent,
		beforeSendSpan: scrubSpan,
	} satisfies sentry.NodeOptions;
}
