import { expect, it } from "vitest";
import { createBuffers } from "./buffers.ts";

it("lends the same buffer again, but never one that may still be looked at", () => {
	const buffers = createBuffers();
	const first = buffers.lend();
	first.end(true);
	const second = buffers.lend();
	expect(second.buffer === first.buffer).toBe(true);
	second.end(false);
	expect(buffers.lend().buffer === first.buffer).toBe(false);
});

it("gives small buffers to the many", () => {
	const buffers = createBuffers();
	const leases = Array.from({ length: 500 }, () => buffers.lend());
	const bytes = leases.reduce((sum, { buffer }) => sum + buffer.length, 0);
	expect(bytes).toBeLessThan(64 * 1024 * 1024);
	for (const lease of leases) lease.end(true);
	expect(buffers.lend().buffer.length).toBe(1024 * 1024);
});
