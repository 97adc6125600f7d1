import {
	createFetchApiHandler,
	createRequestContext,
	createServerCaller,
	errorBody,
	toAppError,
} from "@nuclom/api";
import type { Platform } from "@nuclom/platform";
import { createPageGate } from "../page-gate.ts";
import type { Parts } from "./parts.ts";

export function composeParts(platform: Platform): Parts {
	const { api, configuration } = platform;
	const { trustedOrigins } = configuration.app;
	return {
		platform,
		createCaller: (request) => createServerCaller(api, request),
		answerApi: createFetchApiHandler({ deps: api, trustedOrigins: () => trustedOrigins }),
		answerError(error, requestId) {
			const appError = toAppError(error);
			return Response.json(errorBody(appError, requestId), { status: appError.status });
		},
		pageGate: createPageGate(platform),
		createRequestContext,
	};
}
