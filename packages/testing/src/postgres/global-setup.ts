import type { TestProject } from "vitest/node";
import type {} from "./injected.ts";
import { createTestServer } from "./server.ts";

/** vitest globalSetup: one PostgreSQL for the whole run, whose address the test files inject. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await createTestServer();
	project.provide("nuclomPostgresUrl", server.url);
	return server.close;
}
