import type { Ai } from "@nuclom/ai";
import type { Role } from "@nuclom/auth";
import { AppError, type Clock, type Logger } from "@nuclom/core";
import type { Database } from "@nuclom/db";
import type { Media } from "@nuclom/media";
import type { Queue } from "@nuclom/queue";
import type { ObjectStorage, RemoteLimits } from "@nuclom/storage";
import type { ApiKeyCaller } from "../api-keys/authenticate.ts";

export interface ServiceSettings {
	/** Origin of the web app, for links in answers; read at call time. */
	readonly appUrl: () => string;
	readonly maxUploadBytes: number;
	/** What an organization's objects may weigh together, where it has no quota of its own; null for no limit. */
	readonly storageQuotaBytes: number | null;
	/**
	 * How long an object stays after its row is gone: a database restored to a moment within it, a replica or a
	 * running backup may still name it.
	 */
	readonly deletionGraceMs: number;
	/** Where jobs keep files while they work; may be emptied when no worker runs. */
	readonly scratchDir: string;
	/** How long signed addresses of objects live. */
	readonly signedUrlMs: number;
	/** How far imports go; by default to the public internet alone, for six hours. */
	readonly imports?: RemoteLimits & { readonly maxDurationMs?: number };
}

/** The outside world, as the composition root built it. */
export interface ServiceDeps {
	readonly database: Database;
	readonly storage: ObjectStorage;
	readonly queue: Queue;
	readonly media: Media;
	readonly ai: Ai;
	readonly clock: Clock;
	readonly logger: Logger;
	readonly settings: ServiceSettings;
}

/** Who asks, and with what. Made once per request or job. */
export interface Context {
	readonly deps: ServiceDeps;
	/** The signed-in person's id; null for someone signed out, and for jobs. */
	readonly userId: string | null;
	/** Set when a program calls with a key: it reaches one organization, as far as its scopes go. */
	readonly apiKey?: ApiKeyCaller["apiKey"];
	readonly requestId?: string;
	/** The caller's role by organization, so that the verbs of one page ask for it once. Never kept longer than that. */
	readonly roles?: Map<string, Promise<Role | undefined>>;
}

/** What every verb takes. */
export interface Call<Input> {
	readonly ctx: Context;
	readonly input: Input;
}

/**
 * The person who asks, for what belongs to no organization: keys reach none of that.
 * @throws {AppError} UNAUTHENTICATED, FORBIDDEN
 */
export function requireUser(ctx: Context): string {
	const userId = requireCaller(ctx);
	if (!ctx.apiKey) return userId;
	throw new AppError("FORBIDDEN", "This cannot be done with an API key.", {
		hint: "Sign in to the app to do it.",
	});
}

/** The person who asks, by session or by key. @throws {AppError} UNAUTHENTICATED */
export function requireCaller(ctx: Context): string {
	if (ctx.userId) return ctx.userId;
	throw new AppError("UNAUTHENTICATED", "You are not signed in.", {
		hint: "Sign in and try again.",
	});
}
