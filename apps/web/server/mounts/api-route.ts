import { createFetchApiHandler } from "@nuclom/api";
import { getPlatform } from "@nuclom/platform";
import { withContext } from "./with-context.ts";

let handler: ReturnType<typeof createFetchApiHandler> | undefined;

function getHandler() {
	const { api, configuration } = getPlatform();
	handler ??= createFetchApiHandler({
		deps: api,
		trustedOrigins: () => configuration.app.trustedOrigins,
	});
	return handler;
}

/** Answers /api/v1/* and /api/ai/*. */
export function apiRoute(request: Request): Promise<Response> {
	return withContext(request, (requestId) => getHandler()(request, requestId));
}
