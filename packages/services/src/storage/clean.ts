import { cleanStorageJob } from "../jobs/definitions.ts";
import type { Context, ServiceDeps } from "../shared/context.ts";
import { enqueue } from "../shared/enqueue.ts";
import { purgeExpired } from "../trash/purge.ts";
import { deleteObjects } from "./delete-objects.ts";

const hourMs = 3_600_000;

/** Deletes for ever what was in the trash for too long, then every object that is due. */
export async function cleanStorage(ctx: Context, signal: AbortSignal): Promise<void> {
	const purged = await purgeExpired(ctx, signal);
	const deleted = await deleteObjects(ctx, signal);
	if (purged + deleted > 0) ctx.deps.logger.info({ purged, deleted }, "Cleaned the storage.");
}

/** Asks for the next cleaning, on the hour: each worker does, and one job comes of it. */
export async function planCleaning({ clock, database, queue }: ServiceDeps): Promise<void> {
	const nowMs = clock.now().getTime();
	const hour = Math.floor(nowMs / hourMs) + 1;
	const options = { singletonKey: String(hour), startAfterMs: hour * hourMs - nowMs };
	await database.transaction((tx) => enqueue(queue, tx, cleanStorageJob, {}, options));
}
