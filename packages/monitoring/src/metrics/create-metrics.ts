import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { createBoundedLabel } from "./bounded-label.ts";
import { createGauges } from "./gauges.ts";

export interface MetricsConfig {
	/** Goes before every name. Default: "nuclom_". */
	readonly prefix?: string;
}

export interface Metrics {
	/** A page that the server rendered. `page` is its route pattern: "/[organizationSlug]/videos/[videoId]". */
	recordPage(sample: { readonly page: string; readonly durationMs: number }): void;
	/** A call of the API. `operation` is its operationId: "videos.create". */
	recordApi(sample: {
		readonly operation: string;
		readonly method: string;
		readonly status: number;
		readonly durationMs: number;
	}): void;
	/** A database query, by a name that a person gave it. Never the SQL. */
	recordQuery(sample: { readonly name: string; readonly durationMs: number }): void;
	/** A run of a job: "video.process". */
	recordJob(sample: {
		readonly name: string;
		readonly outcome: "completed" | "failed";
		readonly durationMs: number;
	}): void;
	/** A value that is read when it is asked for, in at most a second; NaN when that fails. Same name: replaces. */
	gauge(name: string, read: () => number | Promise<number>): void;
	/** Everything, in Prometheus' text format. */
	text(): Promise<string>;
	/** The Content-Type of text(). */
	readonly contentType: string;
}

/** Seconds. From a quick query to a slow page. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const queryBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
/** From a mail to the processing of a long video. */
const jobBuckets = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 10_800];

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Prometheus metrics in a registry of their own, so that two instances in one process never clash.
 * Holds the process's own metrics too: memory, event loop, garbage collection.
 */
export function createMetrics({ prefix = "nuclom_" }: MetricsConfig = {}): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry, prefix });
	const registers = [registry];
	const page = durations(
		"page_duration_seconds",
		"Server time of pages.",
		["page"],
		requestBuckets,
	);
	const query = durations("query_duration_seconds", "Time of queries.", ["name"], queryBuckets);
	const job = durations("job_duration_seconds", "Time of jobs.", ["name", "outcome"], jobBuckets);
	const api = durations(
		"api_duration_seconds",
		"Server time of API calls.",
		["operation"],
		requestBuckets,
	);
	// The status is no label of the histogram: that would multiply every bucket by every status.
	const apiCalls = new Counter({
		name: `${prefix}api_requests_total`,
		help: "API calls by operation, method and status.",
		labelNames: ["operation", "method", "status"],
		registers,
	});
	const [pageLabel, queryLabel, jobLabel, operationLabel] = [1, 2, 3, 4].map(
		createBoundedLabel,
	) as [Label, Label, Label, Label];

	return {
		recordPage: (sample) => page({ page: pageLabel(sample.page) }, sample.durationMs),
		recordQuery: (sample) => query({ name: queryLabel(sample.name) }, sample.durationMs),
		recordJob: ({ name, outcome, durationMs }) =>
			job({ name: jobLabel(name), outcome }, durationMs),
		recordApi: ({ operation, method, status, durationMs }) => {
			const labels = { operation: operationLabel(operation) };
			api(labels, durationMs);
			apiCalls.inc({ ...labels, method: knownMethod(method), status: knownStatus(status) });
		},
		gauge: createGauges(registry, prefix),
		text: () => registry.metrics(),
		contentType: registry.contentType,
	};

	function durations<Name extends string>(
		name: string,
		help: string,
		labelNames: Name[],
		buckets: number[],
	): (labels: Record<Name, string>, durationMs: number) => void {
		const histogram = new Histogram({ name: prefix + name, help, labelNames, buckets, registers });
		return (labels, durationMs) => {
			// prom-client throws on anything else, and measuring must not break what is measured.
			if (Number.isFinite(durationMs)) {
				histogram.observe(labels, Math.max(0, durationMs) / 1_000);
			}
		};
	}
}

type Label = (value: string) => string;

function knownMethod(method: string): string {
	const upper = method.toUpperCase();
	return methods.has(upper) ? upper : "OTHER";
}

function knownStatus(status: number): string {
	return Number.isInteger(status) && status >= 100 && status <= 599 ? String(status) : "unknown";
}
