import { createRouterClient, type RouterClient } from "@orpc/server";
import { type ApiDeps, createApiContext, type RequestFacts } from "./context.ts";
import { mapErrors } from "./handler.ts";
import { router } from "./router/index.ts";

export type ServerCaller = RouterClient<typeof router>;

/**
 * The API without HTTP, for server components: the same verbs, permissions and errors.
 * Errors arrive as ORPCError with our code, as in the browser.
 */
export function createServerCaller(deps: ApiDeps, request: RequestFacts): ServerCaller {
	return createRouterClient(router, {
		context: createApiContext(deps, request),
		interceptors: [mapErrors as never],
	});
}
