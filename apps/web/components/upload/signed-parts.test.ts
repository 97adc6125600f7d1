import { describe, expect, it, vi } from "vitest";
import { createSignedParts } from "./signed-parts.ts";

const later = "2100-01-01T00:00:00Z";
const sign = async (numbers: number[]) =>
	numbers.map((partNumber) => ({
		partNumber,
		url: `/${partNumber}`,
		headers: {},
		expiresAt: later,
	}));

describe("createSignedParts", () => {
	it("asks for a batch once, however many want a part of it", async () => {
		const asked = vi.fn(sign);
		const parts = createSignedParts(12, asked);
		await Promise.all([parts.get(1), parts.get(2), parts.get(8)]);
		expect(asked).toHaveBeenCalledTimes(1);
		await parts.get(9);
		expect(asked.mock.calls[1]?.[0]).toEqual([9, 10, 11, 12]);
	});

	it("leaves out what the store has", async () => {
		const asked = vi.fn(sign);
		await createSignedParts(12, asked, (number) => number % 2 === 0).get(2);
		expect(asked.mock.calls[0]?.[0]).toEqual([2, 4, 6, 8, 10, 12]);
	});

	it("asks again before an address expires", async () => {
		let now = 0;
		const asked = vi.fn(async (numbers: number[]) =>
			numbers.map((partNumber) => ({
				partNumber,
				url: "/x",
				headers: {},
				expiresAt: new Date(now + 600_000).toISOString(),
			})),
		);
		const parts = createSignedParts(1, asked, undefined, () => now);
		await parts.get(1);
		now = 500_000;
		await parts.get(1);
		expect(asked).toHaveBeenCalledTimes(1);
		now = 550_000;
		await parts.get(1);
		expect(asked).toHaveBeenCalledTimes(2);
	});

	it("asks again after a failure", async () => {
		const asked = vi.fn(sign).mockRejectedValueOnce(new TypeError("Failed to fetch"));
		const parts = createSignedParts(1, asked);
		await expect(parts.get(1)).rejects.toThrow(TypeError);
		await expect(parts.get(1)).resolves.toMatchObject({ url: "/1" });
	});
});
