import type { IncomingMessage, ServerResponse } from "node:http";
import { createNodeApiHandler } from "@nuclom/api";
import { AppError } from "@nuclom/core";
import type { Platform } from "@nuclom/platform";
import { createStorageHttpHandler } from "@nuclom/storage";
import { limitBody, limitSilence } from "./body-limit.ts";
import type { Target } from "./classify.ts";
import type { ClientFacts } from "./client-facts.ts";
import { createDatabaseGate } from "./database-gate.ts";
import { answerMetrics } from "./metrics-endpoint.ts";
import { createPageGate } from "./page-gate.ts";
import { sendJson } from "./respond.ts";
import type { UnavailablePage } from "./unavailable-page.ts";

export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Exchange {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly requestId: string;
	readonly client: ClientFacts;
}

type Handler = (exchange: Exchange) => Promise<void> | void;

function nothingHere(): AppError {
	return new AppError("NOT_FOUND", "There is nothing at this address.");
}

function storageHandler({ localStorage }: Platform): Handler {
	if (!localStorage) return () => Promise.reject(nothingHere());
	const serve = createStorageHttpHandler(localStorage, { pathPrefix: "/storage" });
	return async ({ request, response }) => {
		limitSilence(request);
		if (!(await serve(request, response))) throw nothingHere();
	};
}

function healthHandlers({ health }: Platform): Record<"health" | "live" | "ready", Handler> {
	const answer =
		(ask: () => ReturnType<typeof health.report> | ReturnType<typeof health.live>): Handler =>
		async ({ response }) => {
			const { httpStatus, body } = await ask();
			sendJson(response, httpStatus, body);
		};
	return {
		health: answer(() => health.report()),
		live: answer(() => health.live()),
		ready: answer(() => health.ready()),
	};
}

/** Refuses long bodies before the handler sees them. */
function limited(handler: Handler): Handler {
	return (exchange) => {
		const { request, response, requestId } = exchange;
		return limitBody(request, response, requestId) ? undefined : handler(exchange);
	};
}

function send(response: ServerResponse, { status, headers, html }: UnavailablePage): void {
	response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(html) });
	response.end(html);
}

/** Who answers which target. `pages` is Next's own handler. */
export function createHandlers(platform: Platform, pages: NodeHandler): Record<Target, Handler> {
	const { trustedOrigins } = platform.configuration.app;
	const api = createNodeApiHandler({ deps: platform.api, trustedOrigins: () => trustedOrigins });
	const gate = createDatabaseGate(platform);
	const pageGate = createPageGate(platform, gate);
	return {
		storage: storageHandler(platform),
		api: ({ request, response, requestId }) => api(request, response, requestId),
		auth: limited(async ({ request, response }) => {
			await gate();
			await platform.auth.nodeHandler(request, response);
		}),
		...healthHandlers(platform),
		metrics: ({ request, response, client }) => answerMetrics(platform, request, response, client),
		asset: limited(({ request, response }) => pages(request, response)),
		page: limited(async ({ request, response, requestId }) => {
			const { cookie, "x-nonce": nonce } = request.headers;
			const refusal = await pageGate({ requestId, cookie, nonce: nonce?.toString() });
			if (refusal) send(response, refusal);
			else await pages(request, response);
		}),
	};
}
