import { createRouterClient, type RouterClient } from "@orpc/server";
import { type ApiContext, type ApiDeps, createApiContext, type RequestFacts } from "./context.ts";
import { mapErrors } from "./handler.ts";
import { router } from "./router/index.ts";

export type ServerCaller = RouterClient<typeof router>;

interface CallOptions {
	readonly context: ApiContext;
	next(): unknown;
}

/**
 * A browser is told nothing of what failed on the server but the error's `digest` (React's word for
 * it): with the request's id there, what the error page shows is what the log is searched for.
 */
async function digestErrors({ context, next }: CallOptions): Promise<unknown> {
	try {
		return await next();
	} catch (error) {
		throw Object.assign(error as Error, { digest: context.requestId });
	}
}

/**
 * The API without HTTP, for server components: the same verbs, permissions and errors.
 * Errors arrive as ORPCError with our code, as in the browser.
 */
export function createServerCaller(deps: ApiDeps, request: RequestFacts): ServerCaller {
	return createRouterClient(router, {
		context: createApiContext(deps, request),
		interceptors: [digestErrors as never, mapErrors as never],
	});
}
