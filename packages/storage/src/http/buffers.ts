/** Measured: 64 KiB reads into fresh memory cost 2.2 × the CPU of 1 MiB reads into reused memory. */
const largeBytes = 1024 * 1024;
const smallBytes = 64 * 1024;
/** So many large buffers are lent at a time; further readers get small ones, so that slow clients cost little. */
const mostLarge = 32;
/** Kept for the next readers. */
const mostIdle = 16;

export interface Lease {
	readonly buffer: Buffer;
	/** Ends the loan. A buffer that somebody may still look at is not lent again. */
	end(isReusable: boolean): void;
}

/** Lends read buffers, over and over: fresh memory costs more than the read itself. */
export function createBuffers(): { lend(): Lease } {
	const idle: Buffer[] = [];
	let lent = 0;

	function lendLarge(): Lease {
		lent++;
		const buffer = idle.pop() ?? Buffer.allocUnsafeSlow(largeBytes);
		return {
			buffer,
			end(isReusable) {
				lent--;
				if (isReusable && idle.length < mostIdle) idle.push(buffer);
			},
		};
	}

	return {
		lend() {
			if (lent < mostLarge) return lendLarge();
			return { buffer: Buffer.allocUnsafeSlow(smallBytes), end() {} };
		},
	};
}
