/** The requests to stop that reach this process. */
export interface StopRequests {
	/** Aborted by the first request; its reason is the signal's name. */
	readonly first: AbortSignal;
	/** Resolves with the first request. */
	readonly asked: Promise<NodeJS.Signals>;
	/** Aborted by a further request, once a second has passed. */
	readonly again: AbortSignal;
	/** Gives the signals back. */
	release(): void;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** One Ctrl-C may arrive several times: from the terminal, from npm and from its shell. */
const oneRequestMs = 1_000;

export function listenForStop(): StopRequests {
	const first = new AbortController();
	const again = new AbortController();
	let askedAt = 0;
	let resolve: (signal: NodeJS.Signals) => void = () => {};
	const asked = new Promise<NodeJS.Signals>((settle) => {
		resolve = settle;
	});
	const hear = (signal: NodeJS.Signals) => {
		if (!first.signal.aborted) {
			askedAt = performance.now();
			first.abort(signal);
			resolve(signal);
		} else if (performance.now() - askedAt > oneRequestMs) again.abort(signal);
	};
	for (const signal of signals) process.on(signal, hear);
	return {
		first: first.signal,
		asked,
		again: again.signal,
		release() {
			for (const signal of signals) process.off(signal, hear);
		},
	};
}
