import { type HubMessage, latestSeq, missedEvents, organizationsOf } from "@nuclom/services";
import type { StreamItem } from "@nuclom/services/schemas";
import { withEventMeta } from "@orpc/server";
import type { ApiContext } from "../context.ts";
import { requireCaller } from "./base.ts";

const heartbeatMs = 25_000;
/** More than this waiting for a slow reader, and it is told to refetch instead. */
const backlogLimit = 1000;

/** A queue between the hub, which does not wait, and a stream, which does. */
function createInbox() {
	let items: HubMessage[] = [];
	let wake: (() => void) | undefined;
	return {
		push(message: HubMessage) {
			items = items.length < backlogLimit ? [...items, message] : [{ kind: "reset" }];
			wake?.();
		},
		/** What has come, at once or after the first arrival, or nothing after `waitMs`. */
		async take(waitMs: number, signal: AbortSignal | undefined): Promise<HubMessage[]> {
			if (items.length === 0 && !signal?.aborted) {
				await new Promise<void>((resolve) => {
					const timer = setTimeout(resolve, waitMs);
					wake = () => {
						clearTimeout(timer);
						resolve();
					};
					signal?.addEventListener("abort", () => wake?.(), { once: true });
				});
				wake = undefined;
			}
			const taken = items;
			items = [];
			return taken;
		},
	};
}

interface StreamRequest {
	readonly context: ApiContext;
	readonly lastEventId?: string | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** What was missed since `lastEventId`; "ready" with the place where a new stream begins. */
async function* opening(request: StreamRequest, organizationIds: readonly string[]) {
	const { database } = request.context.deps.services;
	const last = Number(request.lastEventId);
	if (request.lastEventId === undefined || !Number.isSafeInteger(last)) {
		const id = String(await latestSeq(database));
		yield withEventMeta({ kind: "ready" } satisfies StreamItem, { id });
		return;
	}
	const missed = await missedEvents(database, organizationIds, last);
	if (missed === null) yield { kind: "reset" } satisfies StreamItem;
	for (const event of missed ?? []) {
		yield withEventMeta({ kind: "event", event } satisfies StreamItem, { id: String(event.seq) });
	}
}

/**
 * Everything that changes in the caller's organizations, from now on or from Last-Event-ID.
 * @throws {AppError} UNAUTHENTICATED
 */
export async function* streamEvents(request: StreamRequest): AsyncGenerator<StreamItem, void> {
	const { context, signal } = request;
	const { events, services, maxStreamMs = 55 * 60_000 } = context.deps;
	const { userId, apiKey } = await requireCaller(context);
	const readOrganizations = async () => {
		const all = await organizationsOf(services.database, userId);
		return new Set(all.filter((id) => !apiKey || id === apiKey.organizationId));
	};
	const endsAtMs = Date.now() + maxStreamMs;
	const inbox = createInbox();
	await events.start();
	const unsubscribe = events.subscribe(inbox.push);
	try {
		let mine = await readOrganizations();
		yield* opening(request, [...mine]);
		while (!signal?.aborted && Date.now() < endsAtMs) {
			const messages = await inbox.take(heartbeatMs, signal);
			if (messages.length === 0) yield { kind: "heartbeat" };
			for (const message of messages) {
				if (message.kind === "reset") yield { kind: "reset" };
				if (message.kind !== "event") continue;
				const { event } = message;
				if (event.type === "members.updated") {
					mine = await readOrganizations();
				}
				if (!mine.has(event.organizationId)) continue;
				yield withEventMeta({ kind: "event", event }, { id: String(event.seq) });
			}
		}
	} finally {
		unsubscribe();
	}
}
