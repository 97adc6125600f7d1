import { createRequestContext, errorBody, toAppError } from "@nuclom/api";
import { getPlatform } from "@nuclom/platform";

/**
 * Answers a request that came past no front, as on Vercel: the same request id, security headers
 * and error envelope that the front gives.
 */
export async function withContext(
	request: Request,
	answer: (requestId: string) => Promise<Response>,
): Promise<Response> {
	const { policyOrigins } = getPlatform();
	const { requestId, responseHeaders } = createRequestContext({
		kind: "data",
		inboundRequestId: request.headers.get("x-request-id"),
		isSecure: new URL(request.url).protocol === "https:",
		policy: { ...policyOrigins, isDevelopment: false },
	});
	const response = await answer(requestId).catch((error: unknown) => {
		const appError = toAppError(error);
		return Response.json(errorBody(appError, requestId), { status: appError.status });
	});
	// A redirect's headers are immutable, so the answer is made anew around the same body.
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(responseHeaders)) headers.set(name, value);
	return new Response(response.body, { status: response.status, headers });
}
