import type { Clock, Logger } from "@nuclom/core";

/** Logs a problem that comes again and again: the first time, then at most once per `everyMs`. */
export interface RepeatLog {
	warn(key: string, fields: Readonly<Record<string, unknown>>, message: string): void;
}

const maxKeys = 100;

/** An outage makes every poll fail; one line each half minute says the same as one per poll. */
export function createRepeatLog(logger: Logger, clock: Clock, everyMs = 30_000): RepeatLog {
	const seen = new Map<string, { atMs: number; silent: number }>();
	return {
		warn(key, fields, message) {
			const nowMs = clock.now().getTime();
			const last = seen.get(key);
			if (last && nowMs - last.atMs < everyMs) {
				last.silent += 1;
				return;
			}
			if (seen.size >= maxKeys) seen.clear();
			seen.set(key, { atMs: nowMs, silent: 0 });
			logger.warn(last?.silent ? { ...fields, repeated: last.silent } : fields, message);
		},
	};
}
