import type { Parts } from "../parts/parts.ts";
import { getParts } from "../parts/shared-parts.ts";

/**
 * Answers a request that came past no front, as on Vercel: the same request id, security headers
 * and error envelope that the front gives.
 */
export async function withContext(
	request: Request,
	answer: (parts: Parts, requestId: string) => Promise<Response>,
): Promise<Response> {
	const parts = await getParts();
	const { requestId, responseHeaders } = parts.createRequestContext({
		kind: "data",
		inboundRequestId: request.headers.get("x-request-id"),
		isSecure: new URL(request.url).protocol === "https:",
		policy: { ...parts.platform.policyOrigins, isDevelopment: false },
	});
	const response = await answer(parts, requestId).catch((error: unknown) =>
		parts.answerError(error, requestId),
	);
	// A redirect's headers are immutable, so the answer is made anew around the same body.
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(responseHeaders)) headers.set(name, value);
	return new Response(response.body, { status: response.status, headers });
}
