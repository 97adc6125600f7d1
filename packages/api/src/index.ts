export {
	type ApiContext,
	type ApiDeps,
	createApiContext,
	type ErrorContext,
	type RequestFacts,
} from "./context.ts";
export { errorBody, toAppError } from "./errors.ts";
export {
	type ApiHandlerOptions,
	createFetchApiHandler,
	createNodeApiHandler,
	webHeaders,
} from "./handler.ts";
export {
	createRequestContext,
	type RequestContext,
	type RequestContextInput,
} from "./http/request-context.ts";
export { type ContentPolicy, type ResponseKind, securityHeaders } from "./http/security-headers.ts";
export { openApiDocument } from "./openapi.ts";
export { createServerCaller, type ServerCaller } from "./server-caller.ts";
