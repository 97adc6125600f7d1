import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@nuclom/core";
import { OpenAPIHandler as FetchHandler } from "@orpc/openapi/fetch";
import { OpenAPIHandler as NodeHandler } from "@orpc/openapi/node";
import { BodyLimitPlugin as FetchBodyLimit } from "@orpc/server/fetch";
import { BodyLimitPlugin as NodeBodyLimit } from "@orpc/server/node";
import { type ApiContext, type ApiDeps, createApiContext } from "./context.ts";
import { errorBody, reportError, toAppError, toOrpcError } from "./errors.ts";
import { openApiDocument } from "./openapi.ts";
import { assertTrustedOrigin } from "./origin.ts";
import { router } from "./router/index.ts";

const maxBodySize = 1024 * 1024;
const prefix = "/api";
const documentPath = "/api/v1/openapi.json";

export interface ApiHandlerOptions {
	readonly deps: ApiDeps;
	/** Origins whose pages may write; read per request, since a local start learns its port late. */
	readonly trustedOrigins: () => readonly string[];
}

interface CallOptions {
	readonly context: ApiContext;
	readonly path: readonly string[];
	next(): unknown;
}

/** Errors of a call are logged and mapped here, for HTTP and for in-process callers alike. */
export async function mapErrors({ context, path, next }: CallOptions): Promise<unknown> {
	try {
		return await next();
	} catch (error) {
		await reportError(error, context, path.join("."));
		throw toOrpcError(error, context.requestId);
	}
}

const shared = { clientInterceptors: [mapErrors as never] };

function notFound(): AppError {
	return new AppError("NOT_FOUND", "There is no such operation.", {
		hint: `The operations are listed at ${documentPath}.`,
	});
}

function refuse(error: unknown, requestId: string): Response {
	const appError = toAppError(error);
	return Response.json(errorBody(appError, requestId), { status: appError.status });
}

/** Answers /api/v1/* and /api/ai/* for fetch-style servers, such as Next's routes. */
export function createFetchApiHandler({ deps, trustedOrigins }: ApiHandlerOptions) {
	const plugins = [new FetchBodyLimit<ApiContext>({ maxBodySize })];
	const handler = new FetchHandler<ApiContext>(router, { ...shared, plugins });
	return async (request: Request, requestId: string): Promise<Response> => {
		const { headers, method } = request;
		try {
			if (new URL(request.url).pathname === documentPath) {
				return Response.json(await openApiDocument());
			}
			const origin = headers.get("origin");
			const fetchSite = headers.get("sec-fetch-site");
			assertTrustedOrigin({ method, origin, fetchSite }, trustedOrigins());
			const context = createApiContext(deps, { headers, requestId });
			const { matched, response } = await handler.handle(request, { prefix, context });
			return matched ? response : refuse(notFound(), requestId);
		} catch (error) {
			return refuse(error, requestId);
		}
	};
}

/** A node request's headers, as the fetch API has them. */
export function webHeaders(request: IncomingMessage): Headers {
	const headers = new Headers();
	for (const [name, value] of Object.entries(request.headers)) {
		if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
	}
	return headers;
}

function send(response: ServerResponse, status: number, body: unknown): void {
	const text = JSON.stringify(body);
	response.writeHead(status, {
		"content-type": "application/json",
		"content-length": Buffer.byteLength(text),
	});
	response.end(text);
}

/** The same for node:http. Sets the status and the body; headers set before are kept. */
export function createNodeApiHandler({ deps, trustedOrigins }: ApiHandlerOptions) {
	const plugins = [new NodeBodyLimit<ApiContext>({ maxBodySize })];
	const handler = new NodeHandler<ApiContext>(router, { ...shared, plugins });
	return async (request: IncomingMessage, response: ServerResponse, requestId: string) => {
		const headers = webHeaders(request);
		const method = request.method ?? "GET";
		try {
			if (request.url?.split("?")[0] === documentPath) {
				return send(response, 200, await openApiDocument());
			}
			const origin = headers.get("origin");
			const fetchSite = headers.get("sec-fetch-site");
			assertTrustedOrigin({ method, origin, fetchSite }, trustedOrigins());
			const context = createApiContext(deps, { headers, requestId });
			const { matched } = await handler.handle(request, response, { prefix, context });
			if (!matched) throw notFound();
		} catch (error) {
			if (response.headersSent) return void response.destroy();
			const appError = toAppError(error);
			send(response, appError.status, errorBody(appError, requestId));
		}
	};
}
