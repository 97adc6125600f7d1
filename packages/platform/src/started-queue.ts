import type { Queue } from "@nuclom/queue";

/**
 * A queue that starts at its first use, and tries again at the next when that failed: the web may
 * come up before the database, and must not die of it.
 */
export function startOnDemand(queue: Queue): Queue {
	let starting: Promise<void> | undefined;
	const start = () => {
		starting ??= queue.start().catch((error: unknown) => {
			starting = undefined;
			throw error;
		});
		return starting;
	};
	return {
		start,
		async stop(options) {
			if (!starting) return;
			starting = undefined;
			await queue.stop(options);
		},
		async enqueue(...call) {
			await start();
			return queue.enqueue(...call);
		},
		async work(...call) {
			await start();
			return queue.work(...call);
		},
		async counts() {
			await start();
			return queue.counts();
		},
		async check() {
			await start();
			await queue.check();
		},
	};
}
