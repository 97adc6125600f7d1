import type { Logger } from "@nuclom/core";

/** Keys whose value in Redis is out of date, because Redis was away when it should have changed. */
export interface OwedDeletions {
	add(keys: readonly string[]): void;
	/** A newer value was written after all. */
	settle(key: string): void;
	/** Deletes what is owed. False while something still is: then no value may be trusted. */
	pay(): Promise<boolean>;
}

const maxOwed = 10_000;

/** Without this, a value that was invalidated during an outage would be served again after it. */
export function trackOwedDeletions(
	remove: (keys: string[]) => Promise<boolean>,
	logger: Logger,
): OwedDeletions {
	const owed = new Set<string>();
	let paying: Promise<boolean> | undefined;

	async function payNow(): Promise<boolean> {
		const keys = [...owed];
		if (!(await remove(keys))) return false;
		for (const key of keys) owed.delete(key);
		return true;
	}

	return {
		add(keys) {
			for (const key of keys) owed.add(key);
			if (owed.size <= maxOwed) return;
			logger.warn({ maxOwed }, "Too many cache deletions are owed; the oldest ones are dropped.");
			for (const key of [...owed].slice(0, owed.size - maxOwed)) owed.delete(key);
		},
		settle(key) {
			owed.delete(key);
		},
		async pay() {
			if (owed.size === 0) return true;
			paying ??= payNow().finally(() => {
				paying = undefined;
			});
			return paying;
		},
	};
}
