import type { Scope } from "./scope-words.ts";

interface KeyInUse {
	readonly key: string;
	readonly scopes: readonly Scope[];
	readonly origin: string;
	readonly organizationId: string;
}

/** A line for a terminal that does something with the key, as far as its scopes reach. */
export function commandLine({ key, scopes, origin, organizationId }: KeyInUse): string {
	if (scopes.includes("upload")) return `NUCLOM_API_KEY=${key} nuclom upload FILE --url ${origin}`;
	const url = `${origin}/api/v1/organizations/${organizationId}/videos`;
	return `curl -H "Authorization: Bearer ${key}" ${url}`;
}
