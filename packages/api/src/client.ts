import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import type { JsonifiedClient } from "@orpc/openapi-client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import type { Contract } from "./contract/index.ts";
import { routeContract } from "./contract/routes.ts";

export interface ApiClientOptions {
	/** Where /api is, such as https://nuclom.com/api. */
	readonly baseUrl: string;
	readonly headers?: () => Record<string, string>;
	readonly fetch?: typeof globalThis.fetch;
}

export type ApiClient = JsonifiedClient<ContractRouterClient<Contract>>;

/** The typed client that the web app itself uses. Errors arrive as ORPCError with our code. */
export function createApiClient(options: ApiClientOptions): ApiClient {
	const fetchImpl = options.fetch ?? globalThis.fetch;
	const link = new OpenAPILink(routeContract(), {
		url: options.baseUrl,
		...(options.headers ? { headers: options.headers } : {}),
		fetch: (request, init) => fetchImpl(request, { ...init, credentials: "include" }),
	});
	return createORPCClient(link);
}
