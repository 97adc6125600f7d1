/** `up` is from the client to the target, `down` back. */
export type Direction = "up" | "down";

interface Limited {
	/** Bytes that still pass, counted per connection since the fault was set. */
	readonly afterBytes: number;
	/** Default: both ways, counted together. */
	readonly direction?: Direction;
}

/**
 * What goes wrong, for every connection open or new, until it is changed:
 * - `cut`: the connection is reset once `afterBytes` have passed; with `once` only the first one that gets there,
 *   so that a second try succeeds;
 * - `stall`: after `afterBytes` nothing more passes, and the connection stays open;
 * - `delay`: every chunk waits;
 * - `refuse`: new connections are refused (ECONNREFUSED), open ones are reset.
 */
export type Fault =
	| ({ readonly kind: "cut"; readonly once?: boolean } & Limited)
	| ({ readonly kind: "stall" } & Limited)
	| { readonly kind: "delay"; readonly delayMs: number; readonly direction?: Direction }
	| { readonly kind: "refuse" };

/** A fault while it is set. */
export interface ActiveFault {
	readonly fault: Fault;
	readonly passed: WeakMap<object, number>;
	/** Resolves when the fault is taken away. */
	readonly ended: Promise<void>;
	end(): void;
}

export function activate(fault: Fault): ActiveFault {
	const { promise: ended, resolve: end } = Promise.withResolvers<void>();
	return { fault, passed: new WeakMap(), ended, end };
}

export function concerns(fault: Fault, direction: Direction): boolean {
	return !("direction" in fault) || fault.direction === undefined || fault.direction === direction;
}

/** How many of `length` bytes may still pass on this connection; they are counted as passed. */
export function admit(
	active: ActiveFault,
	connection: object,
	length: number,
	limit: number,
): number {
	const passed = active.passed.get(connection) ?? 0;
	const admitted = Math.max(0, Math.min(length, limit - passed));
	active.passed.set(connection, passed + admitted);
	return admitted;
}

export function isUsedUp(active: ActiveFault, connection: object, limit: number): boolean {
	return (active.passed.get(connection) ?? 0) >= limit;
}
