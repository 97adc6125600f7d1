import { minifyContractRouter } from "@orpc/contract";
import { expect, it } from "vitest";
import { contract } from "./index.ts";

/** Of each operation what a client needs to send it, and nothing of the schemas. */
function routesOf(node: unknown): unknown {
	if (typeof node !== "object" || node === null) return node;
	if ("~orpc" in node) {
		const { route } = node["~orpc"] as { route: { method: string; path: string } };
		const { method, path } = route;
		return { "~orpc": { errorMap: {}, meta: {}, route: { method, path } } };
	}
	return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, routesOf(child)]));
}

// After a change of the contract: pnpm test -u
it("keeps the browser's list of routes in step with the contract", async () => {
	const routes = routesOf(minifyContractRouter(contract));
	await expect(`${JSON.stringify(routes, null, 2)}\n`).toMatchFileSnapshot("./routes.json");
});
