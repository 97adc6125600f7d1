import { setTimeout as wait } from "node:timers/promises";
import type { Child, Exit } from "./child.ts";

export interface KeepAliveOptions {
	readonly start: () => Child;
	/** Called each time that it died, before the pause. */
	readonly onDeath: (exit: Exit, pauseMs: number) => void;
	readonly onStart: (child: Child) => void;
}

export interface KeptAlive {
	stop(graceMs: number): Promise<void>;
	/** Ends it and starts it anew at once. */
	restart(): void;
	kill(): void;
}

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** Who lived this long was well: the next pause is short again. */
const healthyMs = 60_000;

/** Starts a child again whenever it dies, after a pause that doubles while it keeps dying. */
export function keepAlive({ start, onDeath, onStart }: KeepAliveOptions): KeptAlive {
	const stopping = new AbortController();
	let current: Child | undefined;
	let isRestart = false;

	async function live(): Promise<void> {
		let pauseMs = firstPauseMs;
		while (!stopping.signal.aborted) {
			const startedAt = performance.now();
			current = start();
			onStart(current);
			const exit = await current.exited;
			if (stopping.signal.aborted) return;
			if (isRestart) {
				isRestart = false;
				continue;
			}
			if (performance.now() - startedAt > healthyMs) pauseMs = firstPauseMs;
			onDeath(exit, pauseMs);
			await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
			pauseMs = Math.min(pauseMs * 2, longestPauseMs);
		}
	}

	const done = live();
	return {
		async stop(graceMs) {
			stopping.abort();
			await current?.stop(graceMs);
			await done;
		},
		restart() {
			isRestart = true;
			void current?.stop(5_000);
		},
		kill: () => current?.kill(),
	};
}
