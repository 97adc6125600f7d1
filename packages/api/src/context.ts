import type { Auth, Session } from "@nuclom/auth";
import type { Logger } from "@nuclom/core";
import type { EventHub, Context as ServiceContext, ServiceDeps } from "@nuclom/services";
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

/** Of one request. */
export interface ApiContext {
	readonly deps: ApiDeps;
	readonly requestId: string;
	readonly logger: Logger;
	/** Looked up once, when first asked for. */
	session(): Promise<Session | null>;
}

export interface RequestFacts {
	readonly headers: Headers;
	readonly requestId: string;
}

/** The context of a request; asks nothing of the database yet. */
export function createApiContext(deps: ApiDeps, { headers, requestId }: RequestFacts): ApiContext {
	let session: Promise<Session | null> | undefined;
	return {
		deps,
		requestId,
		logger: deps.services.logger.child({ requestId }),
		session() {
			session ??= deps.auth.getSession(headers);
			return session;
		},
	};
}

/** What a verb takes, with the person who asks. */
export async function serviceContext(context: ApiContext): Promise<ServiceContext> {
	const session = await context.session();
	return {
		deps: { ...context.deps.services, logger: context.logger },
		userId: session?.user.id ?? null,
		requestId: context.requestId,
	};
}

/** The same without looking anybody up, for operations that anyone may call. */
export function openContext(context: ApiContext): ServiceContext {
	const deps = { ...context.deps.services, logger: context.logger };
	return { deps, userId: null, requestId: context.requestId };
}
