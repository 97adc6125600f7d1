import { AppError } from "@nuclom/core";
import type { PurgeTarget } from "./cdn.ts";

/**
 * How much one request may name: https://developers.cloudflare.com/cache/how-to/purge-cache/ says 100 operations
 * (Free to Business), …/purge_by_prefix/ 30 prefixes.
 */
const most = { files: 100, prefixes: 30 } as const;

/** The body of one request, as Cloudflare's API names its fields. */
export type PurgeBody =
	| { readonly files: readonly string[] }
	| { readonly prefixes: readonly string[] }
	| { readonly purge_everything: true };

function invalid(text: string, looksLike: string): AppError {
	return new AppError("INPUT_INVALID", `${text} is not an address that a CDN could have.`, {
		hint: `Write it like ${looksLike}.`,
	});
}

function parseUrl(text: string): URL | undefined {
	const isHttp = /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text);
	return isHttp ? new URL(text) : undefined;
}

function fileOf(text: string): string {
	const url = parseUrl(text);
	if (!url) throw invalid(text, "https://cdn.example.com/videos/poster.jpg");
	url.hash = "";
	return url.href;
}

/** `host/path`, without scheme, query and last slash. */
function prefixOf(text: string): string {
	const url = parseUrl(text.includes("://") ? text : `https://${text}`);
	if (!url || url.search || url.hash) throw invalid(text, "cdn.example.com/videos");
	return `${url.host}${url.pathname}`.replace(/\/+$/, "");
}

function cut(all: readonly string[], size: number): string[][] {
	const unique = [...new Set(all)];
	const count = Math.ceil(unique.length / size);
	return Array.from({ length: count }, (_, index) =>
		unique.slice(index * size, (index + 1) * size),
	);
}

/** One body per request, each within the API's limits. @throws {AppError} INPUT_INVALID */
export function batchesOf(target: PurgeTarget): PurgeBody[] {
	if ("everything" in target) return [{ purge_everything: true }];
	if ("urls" in target) return cut(target.urls.map(fileOf), most.files).map((files) => ({ files }));
	return cut(target.prefixes.map(prefixOf), most.prefixes).map((prefixes) => ({ prefixes }));
}
