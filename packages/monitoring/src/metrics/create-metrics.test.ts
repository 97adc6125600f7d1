import { describe, expect, it } from "vitest";
import { createMetrics } from "./create-metrics.ts";

const sampleOf = (text: string, series: string) =>
	text
		.split("\n")
		.find((line) => line.startsWith(`${series} `))
		?.slice(series.length + 1);

describe("createMetrics", () => {
	it("counts pages, API calls, queries and jobs, in seconds", async () => {
		const metrics = createMetrics();
		metrics.recordPage({ page: "/[organizationSlug]/videos/[videoId]", durationMs: 40 });
		metrics.recordApi({ operation: "videos.create", method: "post", status: 201, durationMs: 120 });
		metrics.recordApi({ operation: "videos.create", method: "POST", status: 422, durationMs: 30 });
		metrics.recordQuery({ name: "comments.list", durationMs: 2 });
		metrics.recordJob({ name: "video.process", outcome: "failed", durationMs: 90_000 });
		const text = await metrics.text();
		expect(
			sampleOf(
				text,
				'nuclom_page_duration_seconds_sum{page="/[organizationSlug]/videos/[videoId]"}',
			),
		).toBe("0.04");
		expect(
			sampleOf(
				text,
				'nuclom_api_requests_total{operation="videos.create",method="POST",status="201"}',
			),
		).toBe("1");
		expect(sampleOf(text, 'nuclom_api_duration_seconds_count{operation="videos.create"}')).toBe(
			"2",
		);
		expect(
			sampleOf(text, 'nuclom_query_duration_seconds_bucket{le="0.0025",name="comments.list"}'),
		).toBe("1");
		expect(
			sampleOf(text, 'nuclom_job_duration_seconds_sum{name="video.process",outcome="failed"}'),
		).toBe("90");
		expect(Number(sampleOf(text, "nuclom_process_resident_memory_bytes"))).toBeGreaterThan(1e6);
		expect(metrics.contentType).toContain("text/plain");
	});

	it("does not share anything with another instance", async () => {
		const [one, other] = [createMetrics(), createMetrics()];
		one.recordQuery({ name: "only.one", durationMs: 1 });
		expect(await one.text()).toContain("only.one");
		expect(await other.text()).not.toContain("only.one");
	});

	it("keeps ids, queries and numbers out of its labels", async () => {
		const metrics = createMetrics();
		metrics.recordPage({
			page: "/acme/videos/019ab5d4-3f0e-7c1c-9d0a-0123456789ab?t=5",
			durationMs: 1,
		});
		metrics.recordPage({
			page: "/acme/videos/019ab5d4-0000-7c1c-9d0a-0123456789ab#x",
			durationMs: 1,
		});
		metrics.recordPage({ page: "/items/12345/edit", durationMs: 1 });
		metrics.recordApi({ operation: "", method: "BREW", status: 999, durationMs: 1 });
		const text = await metrics.text();
		expect(sampleOf(text, 'nuclom_page_duration_seconds_count{page="/acme/videos/:id"}')).toBe("2");
		expect(sampleOf(text, 'nuclom_page_duration_seconds_count{page="/items/:id/edit"}')).toBe("1");
		expect(
			sampleOf(
				text,
				'nuclom_api_requests_total{operation="unknown",method="OTHER",status="unknown"}',
			),
		).toBe("1");
	});

	it("bounds the number of series, whatever it is fed", async () => {
		const metrics = createMetrics();
		for (let index = 0; index < 5_000; index += 1) {
			metrics.recordQuery({ name: `query.number${index}`, durationMs: 1 });
		}
		const counts = (await metrics.text()).match(/nuclom_query_duration_seconds_count\{/g);
		expect(counts).toHaveLength(201);
	});

	it.each([Number.NaN, Number.POSITIVE_INFINITY])(
		"ignores a duration of %d",
		async (durationMs) => {
			const metrics = createMetrics();
			metrics.recordJob({ name: "odd", outcome: "completed", durationMs });
			expect(await metrics.text()).not.toContain('name="odd"');
		},
	);

	it("reads gauges when asked; one that fails spoils no other", async () => {
		const metrics = createMetrics({ prefix: "test_" });
		let size = 1;
		metrics.gauge("pool_size", () => size);
		metrics.gauge("queue_length", async () => 7);
		metrics.gauge("broken", () => {
			throw new Error("no");
		});
		metrics.gauge("hanging", () => new Promise(() => {}));
		size = 4;
		const text = await metrics.text();
		expect(sampleOf(text, "test_pool_size")).toBe("4");
		expect(sampleOf(text, "test_queue_length")).toBe("7");
		expect(sampleOf(text, "test_broken")).toBe("Nan");
		expect(sampleOf(text, "test_hanging")).toBe("Nan");
	});

	it("replaces a gauge that is registered again", async () => {
		const metrics = createMetrics();
		metrics.gauge("clients", () => 1);
		metrics.gauge("clients", () => 2);
		expect(sampleOf(await metrics.text(), "nuclom_clients")).toBe("2");
	});
});
