import { AppError } from "@nuclom/core";

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

export interface OriginFacts {
	readonly method: string;
	readonly origin: string | null;
	readonly fetchSite: string | null;
}

/**
 * Cookies travel by themselves, so a write must come from our own pages: browsers send Origin
 * with every cross-origin write, and Sec-Fetch-Site where they leave it out. Programs send neither.
 * @throws {AppError} ORIGIN_REFUSED
 */
export function assertTrustedOrigin(facts: OriginFacts, trusted: readonly string[]): void {
	if (safe.has(facts.method)) return;
	const { origin, fetchSite } = facts;
	const isTrusted = origin
		? trusted.includes(origin)
		: fetchSite === null || fetchSite === "same-origin" || fetchSite === "none";
	if (isTrusted) return;
	throw new AppError("ORIGIN_REFUSED", "This request came from another site.", {
		hint: "Open the app at its own address. An operator sets it with NEXT_PUBLIC_APP_URL.",
	});
}
