import { createNuclomAuthClient, type NuclomAuthClient } from "@nuclom/auth/client";

let client: NuclomAuthClient | undefined;

/** Signing in and out, from the browser. */
export function authClient(): NuclomAuthClient {
	client ??= createNuclomAuthClient({ baseURL: window.location.origin });
	return client;
}
