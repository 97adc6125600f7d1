/** What `nuclom start` and this process say to each other; silent when nobody started us that way. */
export type Report =
	| { readonly type: "ready"; readonly port: number }
	| {
			readonly type: "failed";
			readonly code: string;
			readonly message: string;
			readonly hint: string | undefined;
	  };

/** Tells the supervisor; false when there is none. */
export function tellSupervisor(report: Report): boolean {
	return process.send?.(report) ?? false;
}

/** Calls back once, when the system, a person or the end of the supervisor asks for a stop. */
export function onStopRequest(callback: (reason: string) => void): void {
	let isAsked = false;
	const ask = (reason: string) => {
		if (isAsked) return;
		isAsked = true;
		callback(reason);
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
		process.on(signal, () => ask(signal));
	}
	if (process.send) process.once("disconnect", () => ask("the supervisor is gone"));
}
