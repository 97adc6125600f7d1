export {
	createRequestContext,
	type RequestContext,
	type RequestContextInput,
} from "./http/request-context.ts";
export { type ContentPolicy, type ResponseKind, securityHeaders } from "./http/security-headers.ts";
