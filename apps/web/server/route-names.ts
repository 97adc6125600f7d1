import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contract } from "@nuclom/api/contract";

/** Names what a path is a case of, so that logs and metrics hold no ids and no tokens. */
export type RouteNamer = (path: string) => string;

interface Operation {
	readonly method: string;
	readonly pattern: RegExp;
	readonly operationId: string;
}

interface RouteMeta {
	readonly method?: string;
	readonly path?: string;
	readonly operationId?: string;
}

function* routesOf(node: unknown): Generator<RouteMeta> {
	if (typeof node !== "object" || node === null) return;
	const meta = (node as { "~orpc"?: { route?: RouteMeta } })["~orpc"];
	if (meta?.route) {
		yield meta.route;
		return;
	}
	for (const child of Object.values(node)) yield* routesOf(child);
}

function toOperation({ method = "POST", path = "", operationId = "" }: RouteMeta): Operation {
	const source = path.replace(/\{[^/}]+\}/g, "[^/]+");
	return { method, pattern: new RegExp(`^/api${source}$`), operationId };
}

/** The operation's id for an API call, `unmatched` for a path that the contract does not have. */
export function createOperationNamer(): (method: string, path: string) => string {
	const operations = [...routesOf(contract)].map(toOperation);
	return (method, path) =>
		operations.find((known) => known.method === method && known.pattern.test(path))?.operationId ??
		"unmatched";
}

interface RoutesManifest {
	readonly staticRoutes?: ReadonlyArray<{ page: string; regex: string }>;
	readonly dynamicRoutes?: ReadonlyArray<{ page: string; regex: string }>;
}

/** Patterns of pages as `next build` lists them, such as `/[organizationSlug]/videos/[videoId]`. */
export async function loadPageNamer(appDir: string): Promise<RouteNamer> {
	const file = join(appDir, ".next", "routes-manifest.json");
	const text = await readFile(file, "utf8").catch(() => "{}");
	const { staticRoutes = [], dynamicRoutes = [] } = JSON.parse(text) as RoutesManifest;
	const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
		page,
		pattern: new RegExp(regex),
	}));
	return (path) => routes.find(({ pattern }) => pattern.test(path))?.page ?? "unmatched";
}
