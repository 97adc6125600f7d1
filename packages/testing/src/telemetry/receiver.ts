import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { listenOnLoopback } from "../http-server.ts";
import { waitFor } from "../wait-for.ts";
import { parseEnvelope, type SentryEnvelope } from "./envelope.ts";

export interface OtlpExport {
	readonly signal: "traces" | "metrics" | "logs";
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** The export request in OTLP's JSON form. */
	readonly body: Readonly<Record<string, unknown>>;
}

/** A Sentry event, as far as tests look into it. */
export type SentryEvent = Readonly<Record<string, unknown>>;

export interface TelemetryReceiver extends AsyncDisposable {
	/** For Sentry's SDKs, in the server and in the browser. */
	readonly dsn: string;
	/** For OTLP/HTTP exporters with JSON, as in OTEL_EXPORTER_OTLP_ENDPOINT. */
	readonly otlpEndpoint: string;
	readonly envelopes: readonly SentryEnvelope[];
	readonly exports: readonly OtlpExport[];
	/** The payloads of all items of a type, such as `event`. */
	items(type: string): SentryEvent[];
	/** The first event, present or future, that fits. */
	waitForEvent(fits: (event: SentryEvent) => boolean, timeoutMs?: number): Promise<SentryEvent>;
	/** The next requests are answered with this status and not kept. */
	failNext(status: number, times?: number): void;
	clear(): void;
	close(): Promise<void>;
}

function decode(body: Buffer, encoding: string | undefined): Buffer {
	if (encoding === "gzip") return gunzipSync(body);
	if (encoding === "deflate") return inflateSync(body);
	if (encoding === "br") return brotliDecompressSync(body);
	return body;
}

// Browsers ask before they send, and read the answer.
const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };

function answer(response: ServerResponse, status: number): void {
	response.writeHead(status, { "content-type": "application/json", ...cors }).end("{}");
}

/** Receives what Sentry's SDKs and OTLP/HTTP exporters send. */
export async function startTelemetryReceiver(): Promise<TelemetryReceiver> {
	const envelopes: SentryEnvelope[] = [];
	const exports: OtlpExport[] = [];
	const failures: number[] = [];

	async function receive(request: IncomingMessage): Promise<number> {
		const body = decode(await buffer(request), request.headers["content-encoding"]);
		const failure = failures.shift();
		if (failure !== undefined) return failure;
		const { pathname } = new URL(request.url ?? "/", "http://receiver");
		const signal = /^\/v1\/(traces|metrics|logs)$/.exec(pathname)?.[1];
		if (/^\/api\/\d+\/envelope\/?$/.test(pathname)) {
			envelopes.push(parseEnvelope(body));
		} else if (signal && request.headers["content-type"]?.startsWith("application/json")) {
			const { headers } = request;
			const parsed = JSON.parse(body.toString("utf8"));
			exports.push({ signal: signal as OtlpExport["signal"], headers, body: parsed });
		} else {
			return signal ? 415 : 404;
		}
		return 200;
	}

	const server = await listenOnLoopback((request, response) => {
		if (request.method === "OPTIONS") return answer(response, 204);
		receive(request).then(
			(status) => answer(response, status),
			() => answer(response, 400),
		);
	});
	const items = (type: string): SentryEvent[] =>
		envelopes
			.flatMap((envelope) => envelope.items)
			.filter((item) => item.type === type)
			.map((item) => item.payload as SentryEvent);
	return {
		dsn: `http://public@127.0.0.1:${server.port}/1`,
		otlpEndpoint: server.origin,
		envelopes,
		exports,
		items,
		waitForEvent: (fits, timeoutMs = 10_000) =>
			waitFor(() => items("event").find(fits), { timeoutMs, what: "an event" }),
		failNext(status, times = 1) {
			for (let i = 0; i < times; i++) failures.push(status);
		},
		clear() {
			envelopes.length = 0;
			exports.length = 0;
		},
		close: server.close,
		[Symbol.asyncDispose]: server.close,
	};
}
