import type { NodeOptions, Scope } from "@sentry/node";
import type { ErrorReporterConfig } from "./create-error-reporter.ts";
import { scrubEvent } from "./scrub-event.ts";

export interface SentryClient {
	capture(error: unknown, describe: (scope: Scope) => void): void;
	flush(timeoutMs: number): Promise<boolean>;
}

/**
 * Without tracing: a client of our own, with a scope of its own. Sentry's init() would patch
 * node:http and fetch, listen for uncaught exceptions and cost 30–45 % of a small route's
 * throughput; errors need none of it. With a trace rate, init() it is.
 */
export async function openSentry(
	config: ErrorReporterConfig & { readonly dsn: string },
): Promise<SentryClient> {
	const sentry = await import("@sentry/node");
	const { dsn, environment, release, service, sampleRates = {} } = config;
	const options: NodeOptions = {
		dsn,
		environment,
		...(release === undefined ? {} : { release }),
		...(sampleRates.errors === undefined ? {} : { sampleRate: sampleRates.errors }),
		includeServerName: false,
		sendClientReports: false,
		beforeSend: scrubEvent,
	};
	const client =
		sampleRates.traces === undefined
			? new sentry.NodeClient({
					...options,
					transport: sentry.makeNodeTransport,
					stackParser: sentry.defaultStackParser,
					integrations: [
						sentry.linkedErrorsIntegration(),
						sentry.nodeContextIntegration(),
						sentry.contextLinesIntegration(),
					],
					enableRuntimeChannelInjection: false,
				})
			: sentry.init({ ...options, tracesSampleRate: sampleRates.traces });
	if (client === undefined) {
		throw new Error("Sentry's SDK did not start in this thread.");
	}
	if (sampleRates.traces === undefined) {
		client.init();
	}
	const scope = new sentry.Scope();
	scope.setClient(client);
	scope.setTag("service", service);
	return {
		capture(error, describe) {
			const own = scope.clone();
			describe(own);
			own.captureException(error);
		},
		flush: async (timeoutMs) => await client.flush(timeoutMs),
	};
}
