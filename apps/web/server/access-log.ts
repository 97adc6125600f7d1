import type { IncomingMessage, ServerResponse } from "node:http";
import type { Platform } from "@nuclom/platform";
import type { Target } from "./classify.ts";
import type { RouteNamer } from "./route-names.ts";

export interface Visit {
	readonly target: Target;
	/** Path as it came, without the query; it is named before it is logged. */
	readonly path: string;
	readonly requestId: string;
	readonly address: string;
}

export interface AccessLogOptions {
	readonly platform: Pick<Platform, "logger" | "metrics">;
	readonly nameOperation: (method: string, path: string) => string;
	readonly namePage: RouteNamer;
}

const quiet: ReadonlySet<Target> = new Set(["asset", "health", "live", "ready", "metrics"]);

/** Logs and measures each answer by its route's name: paths hold invitation tokens, queries signatures. */
export function createAccessLog(options: AccessLogOptions) {
	const { logger, metrics } = options.platform;

	function name({ target, path }: Visit, method: string): string {
		if (target === "api") return options.nameOperation(method, path);
		if (target === "page") return options.namePage(path);
		return target;
	}

	return (request: IncomingMessage, response: ServerResponse, visit: Visit): void => {
		const startedAt = performance.now();
		response.once("close", () => {
			const { target, requestId, address } = visit;
			const method = request.method ?? "GET";
			const durationMs = Math.round((performance.now() - startedAt) * 10) / 10;
			const status = response.headersSent ? response.statusCode : 499;
			const route = name(visit, method);
			if (target === "page") metrics.recordPage({ page: route, durationMs });
			else if (target === "api" || target === "auth") {
				metrics.recordApi({ operation: route, method, status, durationMs });
			}
			const isCut = !response.writableFinished;
			const fields = { requestId, method, route, status, durationMs, address, isCut };
			logger[quiet.has(target) ? "debug" : "info"](fields, "Answered");
		});
	};
}
