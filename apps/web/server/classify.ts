import type { ResponseKind } from "@nuclom/api";

/** Who answers a path. */
export type Target =
	| "storage"
	| "api"
	| "auth"
	| "health"
	| "live"
	| "ready"
	| "metrics"
	| "asset"
	| "page";

const below = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

const exact: Readonly<Record<string, Target>> = {
	"/api/health": "health",
	"/api/health/live": "live",
	"/api/health/ready": "ready",
	"/metrics": "metrics",
};

/** The target of a path (without its query). Everything below /api that nobody owns is the API's 404. */
export function classify(path: string): Target {
	const found = exact[path];
	if (found) return found;
	if (below(path, "/storage")) return "storage";
	if (below(path, "/api/auth")) return "auth";
	if (below(path, "/api")) return "api";
	if (below(path, "/_next") || /^\/[^/]+\.[a-z0-9]{2,12}$/.test(path)) return "asset";
	return "page";
}

/** What kind of security headers belong to a target. */
export function responseKind(target: Target): ResponseKind {
	return target === "page" || target === "asset" ? target : "data";
}
