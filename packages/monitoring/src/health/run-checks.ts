import type { Logger } from "@nuclom/core";
import { withTimeout } from "../with-timeout.ts";

export interface HealthCheck {
	/** Returns when the part works, throws when it does not. Must really ask it. */
	check(): Promise<void>;
	/** Can the product do its work without this part? */
	readonly critical: boolean;
}

export interface CheckOutcome {
	readonly name: string;
	readonly isOk: boolean;
	readonly isCritical: boolean;
}

interface RunnerConfig {
	readonly checks: Readonly<Record<string, HealthCheck>>;
	readonly timeoutMs: number;
	readonly logger: Logger;
}

/** Runs every check at once. Logs when one begins to fail, fails for another reason, or works again. */
export function createCheckRunner({
	checks,
	timeoutMs,
	logger,
}: RunnerConfig): () => Promise<CheckOutcome[]> {
	const runners = Object.entries(checks).map(([name, { check, critical }]) => {
		const ask = withoutPilingUp(check);
		let reported = "";
		return async (): Promise<CheckOutcome> => {
			const error = await failureOf(() => withTimeout(ask, timeoutMs));
			const reason = error === undefined ? "" : String(error);
			if (reason !== reported) {
				logChange(name, critical, error);
				reported = reason;
			}
			return { name, isOk: error === undefined, isCritical: critical };
		};
	});
	return () => Promise.all(runners.map((run) => run()));

	function logChange(check: string, critical: boolean, error: unknown): void {
		if (error === undefined) {
			logger.info({ check }, "health check works again");
		} else {
			logger[critical ? "error" : "warn"]({ check, error }, "health check failed");
		}
	}
}

/** A check that hangs is not started again: the next runs wait for the same one. */
function withoutPilingUp(check: () => Promise<void>): () => Promise<void> {
	let pending: Promise<void> | undefined;
	return () => {
		pending ??= (async () => await check())().finally(() => {
			pending = undefined;
		});
		return pending;
	};
}

async function failureOf(task: () => Promise<void>): Promise<unknown> {
	try {
		await task();
		return undefined;
	} catch (error) {
		return error ?? new Error("check failed without a reason");
	}
}
