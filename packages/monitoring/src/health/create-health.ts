import { type Clock, type Logger, silentLogger } from "@nuclom/core";
import { type CheckOutcome, createCheckRunner, type HealthCheck } from "./run-checks.ts";

export interface HealthConfig {
	readonly clock: Clock;
	readonly checks: Readonly<Record<string, HealthCheck>>;
	/** For each check. Default 2000. */
	readonly timeoutMs?: number;
	/** How long an answer is given again, so that callers cannot make the checks a load. Default 1000. */
	readonly cacheMs?: number;
	readonly logger?: Logger;
}

/** The body: which parts answer, and nothing about why one does not. */
export interface HealthReport {
	readonly status: "healthy" | "unhealthy";
	/** ISO 8601, when the checks ran. */
	readonly timestamp: string;
	readonly checks: Readonly<Record<string, boolean>>;
}

export interface HealthAnswer {
	readonly httpStatus: 200 | 503;
	readonly body: HealthReport;
}

export interface Health {
	/** This process answers: restart it when it does not. Runs no check. */
	live(): HealthAnswer;
	/** May it be sent requests? The critical checks only. */
	ready(): Promise<HealthAnswer>;
	/** All checks. 503 and "unhealthy" when a critical one fails; another one that fails is only false. */
	report(): Promise<HealthAnswer>;
}

/** Health checks, run in parallel and bounded in time. Why one failed goes to the log, never into an answer. */
export function createHealth(config: HealthConfig): Health {
	const { clock, checks, timeoutMs = 2_000, cacheMs = 1_000, logger = silentLogger } = config;
	const runAll = createCheckRunner({ checks, timeoutMs, logger });
	let running: Promise<Run> | undefined;
	let last: Run | undefined;

	return {
		live: () => answer({ timestamp: clock.now().toISOString(), outcomes: [] }),
		report: async () => answer(await current()),
		ready: async () => {
			const { timestamp, outcomes } = await current();
			return answer({ timestamp, outcomes: outcomes.filter(({ isCritical }) => isCritical) });
		},
	};

	/** One run for everybody who asks while it runs, and for a moment after. */
	function current(): Promise<Run> {
		if (last !== undefined && clock.now().getTime() - last.startedAt < cacheMs) {
			return Promise.resolve(last);
		}
		running ??= run().finally(() => {
			running = undefined;
		});
		return running;
	}

	async function run(): Promise<Run> {
		const now = clock.now();
		const outcomes = await runAll();
		last = { startedAt: now.getTime(), timestamp: now.toISOString(), outcomes };
		return last;
	}
}

interface Run {
	readonly startedAt: number;
	readonly timestamp: string;
	readonly outcomes: readonly CheckOutcome[];
}

function answer({ timestamp, outcomes }: Omit<Run, "startedAt">): HealthAnswer {
	const isHealthy = outcomes.every(({ isOk, isCritical }) => isOk || !isCritical);
	return {
		httpStatus: isHealthy ? 200 : 503,
		body: {
			status: isHealthy ? "healthy" : "unhealthy",
			timestamp,
			checks: Object.fromEntries(outcomes.map(({ name, isOk }) => [name, isOk])),
		},
	};
}
