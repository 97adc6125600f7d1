import { oc } from "@orpc/contract";

/** The document's name of the two ways to say who you are. */
export const security = {
	/** Session cookie, with an Origin check on everything that writes; or an API key. */
	session: [{ sessionCookie: [] }, { apiKey: [] }] as Array<Record<string, string[]>>,
	/** Anyone may call. */
	none: [] as never[],
};

/** Who may call is told to the server beside the schemas; it is not part of the document. */
const base = oc.$meta<{ readonly access: keyof typeof security }>({ access: "session" });

type Method = "GET" | "POST" | "PATCH" | "DELETE";

interface Operation {
	readonly method: Method;
	readonly path: `/${string}`;
	readonly operationId: string;
	readonly summary: string;
	readonly tag: string;
	readonly successStatus?: number;
}

function operation(route: Operation, access: keyof typeof security) {
	return base.meta({ access }).route({
		method: route.method,
		path: route.path,
		operationId: route.operationId,
		summary: route.summary,
		tags: [route.tag],
		successStatus: route.successStatus ?? 200,
		spec: (current) => ({ ...current, security: security[access] }),
	});
}

/** An operation that needs a signed-in person. */
export const authenticated = (route: Operation) => operation(route, "session");

/** An operation that anyone may call. */
export const open = (route: Operation) => operation(route, "none");
