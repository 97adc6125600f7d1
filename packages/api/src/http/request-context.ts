import { randomBytes } from "node:crypto";
import { newId } from "@nuclom/core";
import { type ContentPolicy, type ResponseKind, securityHeaders } from "./security-headers.ts";

export interface RequestContextInput {
	readonly kind: ResponseKind;
	/** The caller's x-request-id, as sent. */
	readonly inboundRequestId: string | null | undefined;
	readonly isSecure: boolean;
	/** Path and query of a page, which server components cannot see by themselves. */
	readonly path?: string;
	readonly policy: ContentPolicy;
}

export interface RequestContext {
	readonly requestId: string;
	/** What the handler behind must see in place of anything that the caller sent under these names. */
	readonly requestHeaders: Readonly<Record<string, string>>;
	/** What the answer carries. */
	readonly responseHeaders: Readonly<Record<string, string>>;
}

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,127}$/;

/** The caller's id when it can do no harm in a log line or a header, a new UUIDv7 otherwise. */
export function requestIdFrom(inbound: string | null | undefined): string {
	return inbound && wellFormed.test(inbound) ? inbound : newId();
}

/** Without the mark of Next's own navigation requests. */
function pagePath(path: string): string {
	const [pathname = "/", query] = path.split("?", 2);
	const parameters = (query ?? "").split("&").filter((part) => part && !/^_rsc(=|$)/.test(part));
	return parameters.length > 0 ? `${pathname}?${parameters.join("&")}` : pathname;
}

/**
 * Request id, nonce and security headers of one request: the one place that decides them, for the
 * front and for Next's `proxy.ts` alike. Next reads a page's nonce from the request's policy header.
 */
export function createRequestContext(input: RequestContextInput): RequestContext {
	const { kind, isSecure, policy } = input;
	const requestId = requestIdFrom(input.inboundRequestId);
	const nonce = kind === "page" ? randomBytes(16).toString("base64") : undefined;
	const security = securityHeaders({ kind, isSecure, policy, nonce });
	const requestHeaders: Record<string, string> = { "x-request-id": requestId };
	if (nonce !== undefined) {
		requestHeaders["x-nuclom-path"] = pagePath(input.path ?? "/");
		requestHeaders["x-nonce"] = nonce;
		requestHeaders["content-security-policy"] = security["content-security-policy"] ?? "";
	}
	return {
		requestId,
		requestHeaders,
		responseHeaders: { "x-request-id": requestId, ...security },
	};
}
