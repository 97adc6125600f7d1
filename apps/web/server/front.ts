import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequestContext } from "@nuclom/api";
import { type Platform, parseNetworks } from "@nuclom/platform";
import { createAccessLog } from "./access-log.ts";
import { classify, responseKind } from "./classify.ts";
import { clientFacts, overwriteForwarded } from "./client-facts.ts";
import { createHandlers, type NodeHandler } from "./handlers.ts";
import { sendError } from "./respond.ts";
import { createOperationNamer, type RouteNamer } from "./route-names.ts";

export interface FrontOptions {
	readonly platform: Platform;
	/** Renders pages and serves built files: Next's handler. */
	readonly pages: NodeHandler;
	readonly namePage: RouteNamer;
	/** True for hot reload: the content policy then allows what it needs. */
	readonly isDevelopment: boolean;
}

/** Told to Next's proxy.ts, which then leaves everything to us. */
const frontHeader = "x-nuclom-front";

function serverFor(listener: (request: IncomingMessage, response: ServerResponse) => void): Server {
	return createServer(
		{
			// Headers must come at once; a body may take long (see body-limit.ts).
			headersTimeout: 15_000,
			requestTimeout: 0,
			connectionsCheckingInterval: 5_000,
			// Longer than the 60 s after which load balancers reuse a connection no more.
			keepAliveTimeout: 65_000,
		},
		listener,
	);
}

/**
 * The server of a self-hosted Nuclom: bytes, API, sign-in and health are answered here, the rest is
 * handed to Next in the same process. Does not listen yet.
 */
export function createFront(options: FrontOptions): Server {
	const { platform, isDevelopment } = options;
	const { app } = platform.configuration;
	const facts = {
		trustedProxies: parseNetworks(app.trustedProxies) ?? raise(),
		appUrl: new URL(app.url),
	};
	const policy = { ...platform.policyOrigins, isDevelopment };
	const handlers = createHandlers(platform, options.pages);
	const logAccess = createAccessLog({ ...options, nameOperation: createOperationNamer() });

	function receive(request: IncomingMessage, response: ServerResponse): void {
		const client = clientFacts(request, facts);
		const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
		const target = classify(path);
		const context = createRequestContext({
			kind: responseKind(target),
			inboundRequestId: request.headers["x-request-id"]?.toString(),
			isSecure: client.isSecure,
			path: request.url ?? "/",
			policy,
		});
		const { requestId } = context;
		overwriteForwarded(request, client);
		for (const name of ["x-nonce", "content-security-policy"]) delete request.headers[name];
		Object.assign(request.headers, context.requestHeaders, { [frontHeader]: "1" });
		for (const [name, value] of Object.entries(context.responseHeaders)) {
			response.setHeader(name, value);
		}
		logAccess(request, response, { target, path, requestId, address: client.address });
		void answer({ request, response, requestId, client });

		async function answer(exchange: Parameters<(typeof handlers)[typeof target]>[0]) {
			try {
				await handlers[target](exchange);
			} catch (error) {
				report(error, requestId, target);
				sendError(response, error, requestId);
			}
		}
	}

	function report(error: unknown, requestId: string, operation: string): void {
		platform.logger.warn({ requestId, operation, err: error }, "Not answered as asked");
		platform.reporter.captureException(error, { requestId, operation });
	}

	return serverFor(receive);
}

function raise(): never {
	throw new TypeError("The trusted proxies were checked with the configuration.");
}
