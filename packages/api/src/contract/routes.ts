import type { ContractProcedure } from "@orpc/contract";
import type { Contract } from "./index.ts";

type Route = readonly [method: "GET" | "POST" | "PATCH" | "DELETE", path: `/${string}`];

// biome-ignore lint/suspicious/noExplicitAny: whatever its schemas, an operation has a route
type Operation = ContractProcedure<any, any, any, any>;

type RoutesOf<Node> = Node extends Operation
	? Route
	: { readonly [Name in keyof Node]: RoutesOf<Node[Name]> };

/**
 * Method and path of every operation, and nothing else: with the contract itself each page would carry its
 * schemas, 34 kB of them. A test compares the two.
 */
export const routes: RoutesOf<Contract> = {
	configuration: {
		get: ["GET", "/v1/configuration"],
	},
	viewer: {
		get: ["GET", "/v1/viewer"],
	},
	organizations: {
		create: ["POST", "/v1/organizations"],
		get: ["GET", "/v1/organizations/{organizationId}"],
		update: ["PATCH", "/v1/organizations/{organizationId}"],
		storage: ["GET", "/v1/organizations/{organizationId}/storage"],
	},
	members: {
		list: ["GET", "/v1/organizations/{organizationId}/members"],
		updateRole: ["PATCH", "/v1/organizations/{organizationId}/members/{memberId}"],
		remove: ["DELETE", "/v1/organizations/{organizationId}/members/{memberId}"],
		leave: ["POST", "/v1/organizations/{organizationId}/leave"],
	},
	invites: {
		create: ["POST", "/v1/organizations/{organizationId}/invites"],
		list: ["GET", "/v1/organizations/{organizationId}/invites"],
		revoke: ["DELETE", "/v1/organizations/{organizationId}/invites/{inviteId}"],
		preview: ["POST", "/v1/invites/preview"],
		accept: ["POST", "/v1/invites/accept"],
	},
	apiKeys: {
		create: ["POST", "/v1/organizations/{organizationId}/api-keys"],
		list: ["GET", "/v1/organizations/{organizationId}/api-keys"],
		revoke: ["DELETE", "/v1/organizations/{organizationId}/api-keys/{apiKeyId}"],
	},
	videos: {
		list: ["GET", "/v1/organizations/{organizationId}/videos"],
		get: ["GET", "/v1/organizations/{organizationId}/videos/{videoId}"],
		import: ["POST", "/v1/organizations/{organizationId}/imports"],
		update: ["PATCH", "/v1/organizations/{organizationId}/videos/{videoId}"],
		retry: ["POST", "/v1/organizations/{organizationId}/videos/{videoId}/retry"],
		delete: ["DELETE", "/v1/organizations/{organizationId}/videos/{videoId}"],
		playback: ["GET", "/v1/organizations/{organizationId}/videos/{videoId}/playback"],
		download: ["GET", "/v1/organizations/{organizationId}/videos/{videoId}/download"],
	},
	trash: {
		list: ["GET", "/v1/organizations/{organizationId}/trash"],
		restore: ["POST", "/v1/organizations/{organizationId}/trash/{videoId}/restore"],
		purge: ["DELETE", "/v1/organizations/{organizationId}/trash/{videoId}"],
	},
	uploads: {
		list: ["GET", "/v1/organizations/{organizationId}/uploads"],
		create: ["POST", "/v1/organizations/{organizationId}/uploads"],
		signParts: ["POST", "/v1/organizations/{organizationId}/uploads/{uploadId}/parts"],
		listParts: ["GET", "/v1/organizations/{organizationId}/uploads/{uploadId}/parts"],
		complete: ["POST", "/v1/organizations/{organizationId}/uploads/{uploadId}/complete"],
		abort: ["DELETE", "/v1/organizations/{organizationId}/uploads/{uploadId}"],
	},
	comments: {
		list: ["GET", "/v1/organizations/{organizationId}/videos/{videoId}/comments"],
		create: ["POST", "/v1/organizations/{organizationId}/videos/{videoId}/comments"],
		update: ["PATCH", "/v1/organizations/{organizationId}/videos/{videoId}/comments/{commentId}"],
		delete: ["DELETE", "/v1/organizations/{organizationId}/videos/{videoId}/comments/{commentId}"],
	},
	transcripts: {
		get: ["GET", "/v1/organizations/{organizationId}/videos/{videoId}/transcript"],
	},
	insights: {
		get: ["GET", "/v1/organizations/{organizationId}/videos/{videoId}/insights"],
	},
	ai: {
		analyze: ["POST", "/ai/analyze"],
	},
	events: {
		stream: ["GET", "/v1/events"],
	},
};

/** As much of the contract as a client needs to send a request. */
export function routeContract(): Contract {
	return bare(routes) as Contract;
}

function bare(node: object): unknown {
	if (Array.isArray(node)) {
		const [method, path] = node;
		return { "~orpc": { errorMap: {}, meta: {}, route: { method, path } } };
	}
	return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, bare(child)]));
}
