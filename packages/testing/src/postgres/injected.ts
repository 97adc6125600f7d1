import type {} from "vitest";

declare module "vitest" {
	export interface ProvidedContext {
		nuclomPostgresUrl: string;
	}
}

/** The server's address that vitest's global setup provides, or the one in the environment. */
export async function injectedServerUrl(): Promise<string> {
	const { inject } = await import("vitest").catch(() => ({ inject: undefined }));
	const url = inject?.("nuclomPostgresUrl") ?? process.env.NUCLOM_TEST_POSTGRES_URL;
	if (url) return url;
	throw new Error(
		'No PostgreSQL for tests: add globalSetup: ["@nuclom/testing/global-setup"] to the vitest config, or pass serverUrl of createTestServer().',
	);
}
