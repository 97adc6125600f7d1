import type { EnvironmentSource } from "@nuclom/platform/process";

/** What `nuclom start` and this process say to each other; silent when nobody started us that way. */
export type Report =
	| { readonly type: "ready"; readonly url: string; readonly storage: string }
	| {
			readonly type: "failed";
			readonly code: string;
			readonly message: string;
			readonly hint: string | undefined;
	  };

interface Told {
	readonly type: "environment";
	readonly environment: EnvironmentSource;
}

/** The variables that the supervisor knows only once its database runs. */
export function toldEnvironment(): Promise<EnvironmentSource> {
	return new Promise((resolve) => {
		process.once("message", ({ environment }: Told) => resolve(environment));
	});
}

/** Tells the supervisor; false when there is none. */
export function tellSupervisor(report: Report): boolean {
	return process.send?.(report) ?? false;
}

/** Requests to stop: by the system, by a person, or by the end of the supervisor. */
export interface StopRequests {
	/** What to do at the first one. Until it is set, the process just ends. */
	onRequest(stop: (reason: string) => Promise<void>): void;
}

export function listenForStop(): StopRequests {
	let stop: ((reason: string) => Promise<void>) | undefined;
	let isAsked = false;
	const ask = (reason: string) => {
		if (isAsked) return;
		isAsked = true;
		if (stop) void stop(reason).finally(() => process.exit(0));
		else process.exit(0);
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
		process.on(signal, () => ask(signal));
	}
	if (process.send) process.once("disconnect", () => ask("the supervisor is gone"));
	return {
		onRequest(callback) {
			stop = callback;
		},
	};
}
