interface Flight {
	readonly result: Promise<unknown>;
	/** Set when the key was deleted meanwhile: what is loading may be older than the deletion. */
	outdated: boolean;
}

/** Lets callers of one key share one load. */
export interface SingleFlight {
	run<T>(key: string, load: (isOutdated: () => boolean) => Promise<T>): Promise<T>;
	/** Callers from now on load anew. */
	forget(key: string): void;
}

export function createSingleFlight(): SingleFlight {
	const flights = new Map<string, Flight>();
	return {
		run<T>(key: string, load: (isOutdated: () => boolean) => Promise<T>): Promise<T> {
			const current = flights.get(key);
			if (current) return current.result as Promise<T>;
			const flight: Flight = {
				outdated: false,
				result: Promise.resolve()
					.then(() => load(() => flight.outdated))
					.finally(() => {
						if (flights.get(key) === flight) flights.delete(key);
					}),
			};
			flights.set(key, flight);
			return flight.result as Promise<T>;
		},
		forget(key) {
			const flight = flights.get(key);
			if (flight) flight.outdated = true;
			flights.delete(key);
		},
	};
}
