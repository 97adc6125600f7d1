import type { createRequestContext, RequestFacts, ServerCaller } from "@nuclom/api";
import type { Platform } from "@nuclom/platform";
import type { PageGate } from "../page-gate.ts";

/** What the code inside Next stands on: its pages, its mounts and its proxy. */
export interface Parts {
	readonly platform: Platform;
	/** The API in this process, as the person of a request. */
	createCaller(request: RequestFacts): ServerCaller;
	/** Answers /api/v1/* and /api/ai/*. */
	answerApi(request: Request, requestId: string): Promise<Response>;
	/** An error in the API's envelope. */
	answerError(error: unknown, requestId: string): Response;
	/** What stands in for a page while the database is away. */
	readonly pageGate: PageGate;
	readonly createRequestContext: typeof createRequestContext;
}
