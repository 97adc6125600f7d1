import { withContext } from "./with-context.ts";

/** Answers /api/v1/* and /api/ai/*. */
export function apiRoute(request: Request): Promise<Response> {
	return withContext(request, ({ answerApi }, requestId) => answerApi(request, requestId));
}
