const windowMs = 10_000;

/** Speed over the last ten seconds. */
export function createSpeed(now: () => number) {
	const samples: Array<{ atMs: number; bytes: number }> = [];
	let total = 0;
	return {
		add(bytes: number): void {
			total += bytes;
			const atMs = now();
			samples.push({ atMs, bytes: total });
			while ((samples[0]?.atMs ?? atMs) < atMs - windowMs) samples.shift();
		},
		/** Zero until there is something to tell it from. */
		bytesPerSecond(): number {
			const [first] = samples;
			const elapsedMs = first ? now() - first.atMs : 0;
			if (!first || elapsedMs < 500) return 0;
			return Math.max(0, ((total - first.bytes) * 1000) / elapsedMs);
		},
	};
}
