import { type NextRequest, NextResponse } from "next/server";
import { getParts } from "@/server/parts/shared-parts.ts";

/**
 * Gives pages their request id, nonce and headers where no front stands before Next, as on Vercel, and
 * stands in for them while the database is away.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
	const { createRequestContext, pageGate, platform } = await getParts();
	const { protocol, pathname, search } = request.nextUrl;
	const { requestId, requestHeaders, responseHeaders } = createRequestContext({
		kind: "page",
		inboundRequestId: request.headers.get("x-request-id"),
		isSecure: protocol === "https:",
		path: `${pathname}${search}`,
		policy: { ...platform.policyOrigins, isDevelopment: false },
	});
	const cookie = request.headers.get("cookie");
	const refusal = await pageGate({ requestId, cookie, nonce: requestHeaders["x-nonce"] });
	if (refusal) {
		const { status, html } = refusal;
		return new NextResponse(html, { status, headers: { ...refusal.headers, ...responseHeaders } });
	}
	const headers = new Headers(request.headers);
	for (const [name, value] of Object.entries(requestHeaders)) headers.set(name, value);
	const response = NextResponse.next({ request: { headers } });
	for (const [name, value] of Object.entries(responseHeaders)) response.headers.set(name, value);
	return response;
}

// Pages only: Next cuts the body of a path that is matched here to 10 MB, with status 200.
// Behind the front, which has done all this already, nothing is matched. Next wants constants here.
export const config = {
	matcher: [
		{
			source: "/((?!api/|storage/|_next/|metrics$|[^/]+\\.[a-z0-9]{2,12}$).*)",
			missing: [{ type: "header", key: "x-nuclom-front" }],
		},
	],
};
