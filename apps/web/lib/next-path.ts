import type { Route } from "next";

/**
 * Where to go after signing in: a path of this site, or "/".
 * Anything that a browser could read as another site is refused ("//host", "/\host", "https:…").
 */
export function safeNextPath(value: string | string[] | undefined): Route {
	if (typeof value !== "string" || !/^\/(?![/\\])/.test(value)) return "/";
	const base = "https://nuclom.invalid";
	if (!URL.canParse(value, base)) return "/";
	const url = new URL(value, base);
	// "/..//host" is only seen to name another site once the dots are resolved.
	if (url.origin !== base || url.pathname.startsWith("//")) return "/";
	return `${url.pathname}${url.search}${url.hash}` as Route;
}

/** `path?next=…`, without the noise of a next that is just "/". */
export function withNext(path: string, next: string): Route {
	return (next === "/" ? path : `${path}?next=${encodeURIComponent(next)}`) as Route;
}

/** The same page at the organization's present address; its start page when `path` is not below `from`. */
export function movedPath(path: string, from: string, to: string): Route {
	const rest = path.startsWith(`/${from}`) ? path.slice(from.length + 1) : "";
	return safeNextPath(/^(?:[/?]|$)/.test(rest) ? `/${to}${rest}` : `/${to}`);
}
