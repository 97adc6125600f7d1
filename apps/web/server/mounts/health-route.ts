import { withContext } from "./with-context.ts";

/** Answers /api/health, /live and /ready: 200, or 503 when a critical check fails. */
export function healthRoute(kind: "report" | "live" | "ready") {
	return (request: Request): Promise<Response> =>
		withContext(request, async ({ platform }) => {
			const { httpStatus, body } = await platform.health[kind]();
			const headers = { "cache-control": "no-store" };
			return Response.json(body, { status: httpStatus, headers });
		});
}
