import type { Context } from "../shared/context.ts";
import type { processingSteps } from "../videos/schemas.ts";
import { updateVersion, type VersionRef } from "./version.ts";

const quietMs = 700;

export type Step = (typeof processingSteps)[number];

/**
 * Writes where a job is, at most every 700 ms within a step, one write at a time.
 * Losing one is fine, so failures are logged and the job goes on.
 */
export function createProgress(ctx: Context, ref: VersionRef) {
	const { clock, database, logger } = ctx.deps;
	let last = { step: "queued" as Step, atMs: 0 };
	let pending: Promise<void> = Promise.resolve();
	let isWriting = false;

	async function write(step: Step, ratio: number) {
		isWriting = true;
		try {
			const changes = { processingStep: step, processingRatio: Math.min(1, Math.max(0, ratio)) };
			await database.transaction((tx) => updateVersion(tx, ctx, ref, changes));
		} catch (error) {
			logger.warn({ err: error, ...ref }, "Progress was not written");
		} finally {
			isWriting = false;
		}
	}

	return {
		report(step: Step, ratio: number): void {
			const nowMs = clock.now().getTime();
			if (isWriting || (step === last.step && nowMs - last.atMs < quietMs)) return;
			last = { step, atMs: nowMs };
			pending = write(step, ratio);
		},
		/** Waits for the last write, so that it cannot land after the result. */
		settle: () => pending,
	};
}
