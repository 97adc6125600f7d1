import { Gauge, type Registry } from "prom-client";
import { withTimeout } from "../with-timeout.ts";

const readTimeoutMs = 1_000;

/** Gauges that are read when they are asked for. One that fails or hangs becomes NaN, and spoils no other. */
export function createGauges(
	registry: Registry,
	prefix: string,
): (name: string, read: () => number | Promise<number>) => void {
	return (name, read) => {
		const fullName = prefix + name;
		// A page reloaded in development registers its gauges again.
		registry.removeSingleMetric(fullName);
		new Gauge({
			name: fullName,
			help: `${name.replaceAll("_", " ")}.`,
			registers: [registry],
			async collect() {
				this.set(await readSafely(read));
			},
		});
	};
}

async function readSafely(read: () => number | Promise<number>): Promise<number> {
	try {
		const value = await withTimeout(async () => await read(), readTimeoutMs);
		return typeof value === "number" ? value : Number.NaN;
	} catch {
		return Number.NaN;
	}
}
