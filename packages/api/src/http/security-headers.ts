/** Origins, beyond the app's own, that a page may load from; each such as https://cdn.nuclom.com. */
export interface ContentPolicy {
	/** Uploads, ranges, telemetry. */
	readonly connect: readonly string[];
	readonly media: readonly string[];
	readonly images: readonly string[];
	/** Development needs eval for React's stack traces and a socket for hot reload. */
	readonly isDevelopment: boolean;
}

/** `page` renders HTML with a nonce, `asset` is a built file, `data` is everything else. */
export type ResponseKind = "page" | "asset" | "data";

export interface SecurityHeadersInput {
	readonly kind: ResponseKind;
	/** True when the browser spoke https to us or to the proxy that we trust. */
	readonly isSecure: boolean;
	readonly policy: ContentPolicy;
	/** Base64, for `page` only. */
	readonly nonce?: string | undefined;
}

const permissions = [
	"camera=(self)",
	"microphone=(self)",
	"display-capture=(self)",
	"autoplay=(self)",
	"fullscreen=(self)",
	"picture-in-picture=(self)",
	"clipboard-write=(self)",
	"geolocation=()",
	"payment=()",
	"usb=()",
	"serial=()",
	"hid=()",
	"midi=()",
].join(", ");

const directive = (name: string, ...sources: readonly string[]) =>
	[name, ...new Set(sources)].join(" ");

/**
 * Scripts run by nonce; 'strict-dynamic' lets those load their own chunks.
 * Styles may be inline: the player's and the toasts' components put `<style>` into shadow roots and
 * the head at run time, and server-rendered `style=""` attributes can carry no nonce. A style runs no
 * code, and what it could fetch is held by img-src and connect-src.
 */
function pagePolicy(nonce: string, policy: ContentPolicy, isSecure: boolean): string {
	const dev = policy.isDevelopment;
	return [
		directive("default-src", "'self'"),
		directive(
			"script-src",
			"'self'",
			`'nonce-${nonce}'`,
			"'strict-dynamic'",
			...(dev ? ["'unsafe-eval'"] : []),
		),
		directive("style-src", "'self'", "'unsafe-inline'"),
		directive("img-src", "'self'", "blob:", "data:", ...policy.images),
		directive("media-src", "'self'", "blob:", "data:", ...policy.media),
		directive(
			"connect-src",
			"'self'",
			"blob:",
			"data:",
			...policy.connect,
			...(dev ? ["ws:"] : []),
		),
		directive("font-src", "'self'"),
		directive("worker-src", "'self'", "blob:"),
		directive("object-src", "'none'"),
		directive("base-uri", "'none'"),
		directive("frame-ancestors", "'none'"),
		directive("form-action", "'self'"),
		...(isSecure ? ["upgrade-insecure-requests"] : []),
	].join("; ");
}

const dataPolicy =
	"default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function contentPolicy({ kind, nonce, policy, isSecure }: SecurityHeadersInput) {
	// A worker obeys the policy of its own file, so built files carry none and inherit the page's.
	if (kind === "asset") return undefined;
	if (kind === "data" || nonce === undefined) return dataPolicy;
	return pagePolicy(nonce, policy, isSecure);
}

/** The headers of every answer, by their lower-case names. */
export function securityHeaders(input: SecurityHeadersInput): Record<string, string> {
	const policy = contentPolicy(input);
	return {
		"x-frame-options": "DENY",
		"x-content-type-options": "nosniff",
		"referrer-policy": "strict-origin-when-cross-origin",
		"permissions-policy": permissions,
		"cross-origin-opener-policy": "same-origin",
		...(policy ? { "content-security-policy": policy } : {}),
		// Over plain http browsers ignore it (RFC 6797, 8.1), and a local start must not pin localhost.
		...(input.isSecure
			? { "strict-transport-security": "max-age=31536000; includeSubDomains" }
			: {}),
	};
}
