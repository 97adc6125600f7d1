import { withContext } from "./with-context.ts";

/** Answers /api/auth/*. */
export function authRoute(request: Request): Promise<Response> {
	return withContext(request, ({ platform }) => platform.auth.handler(request));
}
