import { expect, it } from "vitest";
import { contract } from "./index.ts";
import { routes } from "./routes.ts";

interface Operation {
	readonly "~orpc": { readonly route: { readonly method: string; readonly path: string } };
}

function routesOf(node: object): unknown {
	if ("~orpc" in node) {
		const { route } = (node as Operation)["~orpc"];
		return [route.method, route.path];
	}
	return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, routesOf(child)]));
}

it("tells browsers the routes that the contract has", () => {
	expect(routes).toEqual(routesOf(contract));
});
