import type { AppError } from "@nuclom/core";
import { wrong } from "./subject.ts";

/** The headers that a browser asks leave for before it sends a part. */
export const partRequestHeaders = ["content-md5", "content-type"] as const;

const listed = (headers: Headers, name: string) =>
	(headers.get(name) ?? "")
		.split(",")
		.map((word) => word.trim().toLowerCase())
		.filter(Boolean);

function lacking(setting: string, value: string, found: string): AppError {
	return wrong(
		found,
		`Run: nuclom storage setup\nBy hand, add ${value} to ${setting} in the bucket's CORS rule for the app's origin.`,
	);
}

/** As browsers do: the page's own origin, or any. */
function assertOrigin(headers: Headers, origin: string): void {
	const allowed = headers.get("access-control-allow-origin");
	if (allowed === origin || allowed === "*") return;
	const found = `Pages of ${origin} are not let in (Access-Control-Allow-Origin: ${allowed ?? "none"}).`;
	throw lacking("AllowedOrigins", origin, found);
}

/**
 * Reads the answer to a preflight as a browser does, https://fetch.spec.whatwg.org/#cors-preflight-fetch.
 * @throws {AppError} STORAGE_MISCONFIGURED, naming what is not allowed
 */
export function assertPreflight(response: Response, origin: string): void {
	const { headers } = response;
	if (!response.ok && !headers.has("access-control-allow-origin")) {
		const rule = `AllowedOrigins ${origin}, AllowedMethods GET, HEAD, PUT, AllowedHeaders ${partRequestHeaders.join(", ")}`;
		throw wrong(
			`The preflight of a page of ${origin} is refused (${response.status}).`,
			`Run: nuclom storage setup\nBy hand, give the bucket a CORS rule with ${rule}, ExposeHeaders ETag.`,
		);
	}
	assertOrigin(headers, origin);
	if (!response.ok)
		throw lacking("AllowedMethods", "PUT", `The preflight fails (${response.status}).`);
	const methods = listed(headers, "access-control-allow-methods");
	if (!methods.includes("put") && !methods.includes("*")) {
		throw lacking("AllowedMethods", "PUT", "Pages may not send: PUT is not allowed.");
	}
	const allowed = listed(headers, "access-control-allow-headers");
	const missing = partRequestHeaders.find((name) => !allowed.includes(name));
	if (missing && !allowed.includes("*")) {
		throw lacking("AllowedHeaders", missing, `Pages may not send the header ${missing}.`);
	}
}

/** May a page of this origin read the answer, and these headers of it? @throws {AppError} STORAGE_MISCONFIGURED */
export function assertReadable(headers: Headers, origin: string, names: readonly string[]): void {
	assertOrigin(headers, origin);
	const exposed = listed(headers, "access-control-expose-headers");
	if (exposed.includes("*")) return;
	const hidden = names.find((name) => !exposed.includes(name.toLowerCase()));
	if (hidden) throw lacking("ExposeHeaders", hidden, `Pages cannot read the header ${hidden}.`);
}
