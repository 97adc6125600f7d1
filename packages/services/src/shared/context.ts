import type { Ai } from "@nuclom/ai";
import { AppError, type Clock, type Logger } from "@nuclom/core";
import type { Database } from "@nuclom/db";
import type { Media } from "@nuclom/media";
import type { Queue } from "@nuclom/queue";
import type { ObjectStorage } from "@nuclom/storage";

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
	readonly requestId?: string;
}

/** What every verb takes. */
export interface Call<Input> {
	readonly ctx: Context;
	readonly input: Input;
}

/** @throws {AppError} UNAUTHENTICATED */
export function requireUser(ctx: Context): string {
	if (ctx.userId) return ctx.userId;
	throw new AppError("UNAUTHENTICATED", "You are not signed in.", {
		hint: "Sign in and try again.",
	});
}
