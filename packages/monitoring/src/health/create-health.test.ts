import { fixedClock, type Logger, silentLogger } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { createHealth } from "./create-health.ts";
import type { HealthCheck } from "./run-checks.ts";

const works = { check: async () => {}, critical: true };
const broken = (message: string, critical = true): HealthCheck => ({
	critical,
	check: async () => {
		throw new Error(message);
	},
});

function recorder() {
	const entries: Array<{ level: string; message: string; fields: Record<string, unknown> }> = [];
	const at = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
		entries.push({ level, message, fields });
	const logger: Logger = {
		...silentLogger,
		info: at("info"),
		warn: at("warn"),
		error: at("error"),
	};
	return { logger, entries };
}

describe("createHealth", () => {
	it("answers in the shape that deployments watch", async () => {
		const clock = fixedClock("2026-11-23T00:00:00.000Z");
		const health = createHealth({
			clock,
			checks: { database: works, storage: works, auth: works },
		});
		expect(await health.report()).toEqual({
			httpStatus: 200,
			body: {
				status: "healthy",
				timestamp: "2026-11-23T00:00:00.000Z",
				checks: { database: true, storage: true, auth: true },
			},
		});
	});

	it("answers 503 when a critical part fails, and says why only in the log", async () => {
		const { logger, entries } = recorder();
		const checks = { database: broken("connect postgres://u:pw@secret-host"), storage: works };
		const answer = await createHealth({ clock: fixedClock(new Date(0)), checks, logger }).report();
		expect(answer).toMatchObject({
			httpStatus: 503,
			body: { status: "unhealthy", checks: { database: false, storage: true } },
		});
		expect(JSON.stringify(answer)).not.toContain("secret-host");
		expect(entries).toMatchObject([{ level: "error", fields: { check: "database" } }]);
	});

	it("stays healthy, but says so, when a part fails that is not critical", async () => {
		const checks = { database: works, ai: broken("no key", false) };
		const health = createHealth({ clock: fixedClock(new Date(0)), checks });
		expect(await health.report()).toMatchObject({
			httpStatus: 200,
			body: { status: "healthy", checks: { database: true, ai: false } },
		});
		expect((await health.ready()).body.checks).toEqual({ database: true });
	});

	it("is alive whatever its parts do", () => {
		const health = createHealth({
			clock: fixedClock(new Date(0)),
			checks: { database: broken("x") },
		});
		expect(health.live()).toMatchObject({
			httpStatus: 200,
			body: { status: "healthy", checks: {} },
		});
	});

	it("does not wait for a check that hangs, and does not start it a second time", async () => {
		let started = 0;
		let release = () => {};
		const hanging: HealthCheck = {
			critical: true,
			check: () => {
				started += 1;
				return new Promise((resolve) => {
					release = resolve;
				});
			},
		};
		const checks = { database: hanging, storage: works };
		const health = createHealth({
			clock: fixedClock(new Date(0)),
			checks,
			timeoutMs: 20,
			cacheMs: 0,
		});
		expect((await health.report()).body.checks).toEqual({ database: false, storage: true });
		const second = health.report();
		expect(started).toBe(1);
		release();
		expect((await second).body.checks).toEqual({ database: true, storage: true });
	});

	it("runs the checks at the same time", async () => {
		const arrived: string[] = [];
		let everybody = () => {};
		const all = new Promise<void>((resolve) => {
			everybody = resolve;
		});
		const meets = (name: string): HealthCheck => ({
			critical: true,
			check: () => {
				arrived.push(name);
				if (arrived.length === 2) {
					everybody();
				}
				return all;
			},
		});
		const checks = { one: meets("one"), two: meets("two") };
		const health = createHealth({ clock: fixedClock(new Date(0)), checks, timeoutMs: 10_000 });
		expect((await health.report()).httpStatus).toBe(200);
	});

	it("shares one run between callers, and gives its answer again for a moment", async () => {
		let runs = 0;
		const counted: HealthCheck = {
			critical: true,
			check: async () => {
				runs += 1;
			},
		};
		const clock = fixedClock(new Date(0));
		const health = createHealth({ clock, checks: { database: counted }, cacheMs: 1_000 });
		await Promise.all([health.report(), health.ready(), health.report()]);
		clock.advance(999);
		await health.report();
		expect(runs).toBe(1);
		clock.advance(1);
		await health.report();
		expect(runs).toBe(2);
	});

	it("logs a change, not every round", async () => {
		const { logger, entries } = recorder();
		const clock = fixedClock(new Date(0));
		let isDown = true;
		const checks = {
			storage: {
				critical: true,
				check: async () => {
					if (isDown) {
						throw new Error("down");
					}
				},
			},
		};
		const health = createHealth({ clock, checks, logger, cacheMs: 0 });
		await health.report();
		await health.report();
		isDown = false;
		await health.report();
		await health.report();
		expect(entries.map(({ message }) => message)).toEqual([
			"health check failed",
			"health check works again",
		]);
	});
});
