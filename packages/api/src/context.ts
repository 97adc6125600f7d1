import type { Auth } from "@nuclom/auth";
import type { Logger } from "@nuclom/core";
import {
	type ApiKeyCaller,
	apiKeyFrom,
	authenticateApiKey,
	type EventHub,
	type Context as ServiceContext,
	type ServiceDeps,
} from "@nuclom/services";
import type { PublicConfiguration } from "@nuclom/services/schemas";

/** What the API stands on; built by the composition root. */
export interface ApiDeps {
	readonly services: ServiceDeps;
	readonly auth: Auth;
	readonly events: EventHub;
	readonly configuration: () => PublicConfiguration;
	/** Hears of defects: everything that is not an AppError of the caller's. */
	readonly onError?: (error: unknown, about: ErrorContext) => void;
	/** A stream ends by itself after this, so that a serverless host does not cut it. */
	readonly maxStreamMs?: number;
}

export interface ErrorContext {
	readonly requestId: string;
	readonly operation: string;
	readonly userId: string | null;
}

export interface Caller {
	readonly userId: string;
	readonly apiKey?: ApiKeyCaller["apiKey"];
}

/** Of one request. */
export interface ApiContext {
	readonly deps: ApiDeps;
	readonly requestId: string;
	readonly logger: Logger;
	/** Who asks, by session or by API key; looked up once, when first asked for. */
	caller(): Promise<Caller | null>;
	readonly roles: NonNullable<ServiceContext["roles"]>;
}

export interface RequestFacts {
	readonly headers: Headers;
	readonly requestId: string;
}

async function findCaller(deps: ApiDeps, headers: Headers): Promise<Caller | null> {
	const key = apiKeyFrom(headers.get("authorization"));
	if (key) return authenticateApiKey(deps.services, key);
	const session = await deps.auth.getSession(headers);
	return session && { userId: session.user.id };
}

/** The context of a request; asks nothing of the database yet. */
export function createApiContext(deps: ApiDeps, { headers, requestId }: RequestFacts): ApiContext {
	let caller: Promise<Caller | null> | undefined;
	return {
		deps,
		requestId,
		roles: new Map(),
		logger: deps.services.logger.child({ requestId }),
		caller() {
			caller ??= findCaller(deps, headers);
			return caller;
		},
	};
}

/** What a verb takes, with the person who asks. */
export async function serviceContext(context: ApiContext): Promise<ServiceContext> {
	const caller = await context.caller();
	return {
		deps: { ...context.deps.services, logger: context.logger },
		userId: null,
		...caller,
		requestId: context.requestId,
		roles: context.roles,
	};
}

/** The same without looking anybody up, for operations that anyone may call. */
export function openContext(context: ApiContext): ServiceContext {
	const deps = { ...context.deps.services, logger: context.logger };
	return { deps, userId: null, requestId: context.requestId };
}
