import { describe, expect, it, vi } from "vitest";
import { planRanges } from "./part-plan.ts";
import { createSignedParts } from "./signed-parts.ts";
import { type DonePart, type TransferOptions, transferParts } from "./transfer.ts";
import { FileUnreadableError, PartError } from "./trouble.ts";

const later = "2100-01-01T00:00:00Z";
const sign = async (numbers: number[]) =>
	numbers.map((partNumber) => ({
		partNumber,
		url: `/${partNumber}`,
		headers: {},
		expiresAt: later,
	}));

/** A store that keeps what it gets and may fail first. */
function setup(overrides: Partial<TransferOptions> = {}) {
	const file = new Blob([Uint8Array.from({ length: 95 }, (_, index) => index)]);
	const stored = new Map<string, Uint8Array>();
	const done = new Map<number, DonePart>();
	const progress: number[] = [];
	const put: TransferOptions["put"] = async ({ url, body, onProgress }) => {
		onProgress(Math.floor(body.size / 2));
		stored.set(url, new Uint8Array(await body.arrayBuffer()));
		return `"etag${url}"`;
	};
	const options: TransferOptions = {
		file,
		ranges: planRanges(95, 10),
		done,
		signed: createSignedParts(10, sign),
		put,
		useSlot: (_index, _signal, task) => task(),
		parallel: 4,
		firstSlot: 0,
		signal: new AbortController().signal,
		onProgress: (bytes) => progress.push(bytes),
		delaysMs: [1, 1],
		wait: async () => {},
		...overrides,
	};
	return { options, stored, done, progress, put };
}

describe("transferParts", () => {
	it("sends every byte once and counts up to the end", async () => {
		const { options, stored, done, progress } = setup();
		await transferParts(options);
		const all = Array.from({ length: 10 }, (_, index) => [...(stored.get(`/${index + 1}`) ?? [])]);
		expect(all.flat()).toEqual(Array.from({ length: 95 }, (_, index) => index));
		expect(done.get(10)).toEqual({ partNumber: 10, etag: '"etag/10"' });
		expect(progress.at(0)).toBe(0);
		expect(progress.at(-1)).toBe(95);
		expect(progress).toEqual([...progress].sort((a, b) => a - b));
	});

	it("never has more parts under way than allowed", async () => {
		let underWay = 0;
		let most = 0;
		const { options } = setup({
			put: async () => {
				underWay += 1;
				most = Math.max(most, underWay);
				await Promise.resolve();
				underWay -= 1;
				return null;
			},
		});
		await transferParts(options);
		expect(most).toBe(4);
	});

	it("sends a part again after a dropped connection", async () => {
		const failures = new Map([["/3", 2]]);
		const first = setup();
		const { options, stored } = setup({
			put: async (part) => {
				const left = failures.get(part.url) ?? 0;
				failures.set(part.url, left - 1);
				if (left > 0) throw new PartError(0);
				return first.put(part);
			},
		});
		await transferParts(options);
		expect(failures.get("/3")).toBe(-1);
		expect(stored.size + first.stored.size).toBe(10);
	});

	it("asks for a new address when the store refuses the old one", async () => {
		const asked = vi.fn(sign);
		let refusals = 1;
		const { options } = setup({
			signed: createSignedParts(10, asked),
			put: async ({ url }) => {
				if (url === "/5" && refusals-- > 0) throw new PartError(403);
				return null;
			},
		});
		await transferParts(options);
		expect(asked.mock.calls.flatMap(([numbers]) => numbers).filter((n) => n === 5)).toHaveLength(2);
	});

	it("keeps what arrived when it gives up, and goes on from there", async () => {
		const { options, done } = setup({
			parallel: 1,
			put: async ({ url }) => {
				if (url === "/4") throw new PartError(0);
				return null;
			},
		});
		await expect(transferParts(options)).rejects.toThrow(PartError);
		expect([...done.keys()]).toEqual([1, 2, 3]);

		const sent: string[] = [];
		await transferParts({
			...options,
			put: async ({ url }) => {
				sent.push(url);
				return null;
			},
		});
		expect(sent).toEqual(["/4", "/5", "/6", "/7", "/8", "/9", "/10"]);
	});

	it("stops at once when aborted, with the reason", async () => {
		const control = new AbortController();
		const { options, done } = setup({
			signal: control.signal,
			put: ({ signal }) =>
				new Promise((_, reject) => {
					signal.addEventListener("abort", () => reject(signal.reason));
					control.abort(new Error("paused"));
				}),
		});
		await expect(transferParts(options)).rejects.toThrow("paused");
		expect(done.size).toBe(0);
	});

	it("tells a file that cannot be read from a connection that dropped", async () => {
		const { options } = setup({
			put: async () => {
				throw new PartError(0);
			},
		});
		const unreadable = {
			slice: () => unreadable,
			arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")),
		};
		await expect(
			transferParts({ ...options, file: unreadable as unknown as Blob }),
		).rejects.toThrow(FileUnreadableError);
	});
});

describe("createSignedParts", () => {
	it("asks for a batch once, however many want a part of it", async () => {
		const asked = vi.fn(sign);
		const parts = createSignedParts(20, asked);
		await Promise.all([parts.get(1), parts.get(2), parts.get(16)]);
		expect(asked).toHaveBeenCalledTimes(1);
		await parts.get(17);
		expect(asked.mock.calls[1]?.[0]).toEqual([17, 18, 19, 20]);
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
		const parts = createSignedParts(1, asked, () => now);
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
