import { createAuthClient } from "better-auth/react";

/** The browser's side of signing in and out, mounted at /api/auth. */
export function createNuclomAuthClient(options: { baseURL?: string } = {}) {
	return createAuthClient({ ...options, basePath: "/api/auth" });
}
export type NuclomAuthClient = ReturnType<typeof createNuclomAuthClient>;
