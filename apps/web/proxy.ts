import { createRequestContext } from "@nuclom/api";
import { getPlatform } from "@nuclom/platform";
import { type NextRequest, NextResponse } from "next/server";

/** Gives pages their request id, nonce and headers where no front stands before Next, as on Vercel. */
export function proxy(request: NextRequest): NextResponse {
	const { protocol, pathname, search } = request.nextUrl;
	const { requestHeaders, responseHeaders } = createRequestContext({
		kind: "page",
		inboundRequestId: request.headers.get("x-request-id"),
		isSecure: protocol === "https:",
		path: `${pathname}${search}`,
		policy: { ...getPlatform().policyOrigins, isDevelopment: false },
	});
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
