import { AppError, fixedClock } from "@nuclom/core";
import { describe, expect, it } from "vitest";
import { createLogger, type LoggerConfig } from "./create-logger.ts";

function collect(config: Partial<LoggerConfig> = {}) {
	const lines: string[] = [];
	const logger = createLogger({
		level: "debug",
		clock: fixedClock("2026-11-23T10:20:30.456Z"),
		destination: { write: (line) => lines.push(line) },
		...config,
	});
	return {
		logger,
		lines,
		last: () => JSON.parse(lines.at(-1) ?? "null") as Record<string, unknown>,
	};
}

describe("createLogger", () => {
	it("writes one JSON object per line", () => {
		const { logger, lines } = collect();
		logger.info({ videoId: "v1", sizeBytes: 12 }, "upload completed");
		expect(lines).toEqual([
			'{"level":"info","time":"2026-11-23T10:20:30.456Z","videoId":"v1","sizeBytes":12,"message":"upload completed"}\n',
		]);
	});

	it("leaves out what is below its level", () => {
		const { logger, lines } = collect({ level: "warn" });
		logger.debug({}, "a");
		logger.info({}, "b");
		logger.warn({}, "c");
		logger.error({}, "d");
		expect(lines).toHaveLength(2);
	});

	it("is silent when told so", () => {
		const { logger, lines } = collect({ level: "silent" });
		logger.error({}, "nobody hears");
		expect(lines).toEqual([]);
	});

	it("gives a child's fields to each of its lines, redacted too", () => {
		const { logger, last } = collect();
		logger.child({ requestId: "r1" }).child({ token: "t" }).warn({ status: 409 }, "conflict");
		expect(last()).toMatchObject({ requestId: "r1", token: "[redacted]", status: 409 });
	});

	it("redacts by name at any depth, and keeps counts of tokens", () => {
		const { logger, last } = collect({ redact: ["fingerprint"] });
		logger.info(
			{
				request: {
					headers: new Headers({ authorization: "Bearer x", "set-cookie": "a=b", accept: "*/*" }),
				},
				user: { passwordHash: "h", profile: [{ apiKey: "k", "access-token": "t" }] },
				clientSecret: "s",
				SECRET_ACCESS_KEY: "s",
				fingerprint: "f",
				usage: { inputTokens: 5, outputTokens: 7 },
				password: null,
			},
			"all",
		);
		expect(last()).toMatchObject({
			request: {
				headers: { authorization: "[redacted]", "set-cookie": "[redacted]", accept: "*/*" },
			},
			user: {
				passwordHash: "[redacted]",
				profile: [{ apiKey: "[redacted]", "access-token": "[redacted]" }],
			},
			clientSecret: "[redacted]",
			SECRET_ACCESS_KEY: "[redacted]",
			fingerprint: "[redacted]",
			usage: { inputTokens: 5, outputTokens: 7 },
			password: null,
		});
	});

	it("redacts signed addresses and passwords inside any text, and in the message", () => {
		const { logger, lines } = collect();
		logger.info(
			{
				url: "https://x/a?X-Amz-Signature=abc",
				database: new URL("postgres://u:pw1@h/d"),
				list: ["?sig=zzz"],
			},
			"cannot open redis://u:pw2@h",
		);
		expect(lines.join("")).not.toMatch(/abc|pw1|pw2|zzz/);
	});

	it("writes errors with code, hint and the chain of causes", () => {
		const { logger, last } = collect();
		const socket = Object.assign(new Error("connect to postgres://u:pw@h failed"), {
			code: "ECONNREFUSED",
			detail: "Key (email)=(a@b.c)",
		});
		const error = new AppError("DATABASE_UNAVAILABLE", "No database.", {
			hint: "Start it.",
			data: { attempts: 3 },
			cause: socket,
		});
		logger.error({ error }, "failed");
		const fields = last().error as Record<string, unknown>;
		expect(fields).toMatchObject({
			name: "AppError",
			code: "DATABASE_UNAVAILABLE",
			message: "No database.",
			hint: "Start it.",
			data: { attempts: 3 },
			isRetryable: true,
			cause: {
				name: "Error",
				code: "ECONNREFUSED",
				message: "connect to postgres://u:[redacted]@h failed",
			},
		});
		expect(fields.stack).toContain("create-logger.test.ts");
		expect(JSON.stringify(fields)).not.toContain("a@b.c");
	});

	it("survives circles, deep nesting, throwing getters and unusual values", () => {
		const { logger, last } = collect();
		const circle: Record<string, unknown> = { name: "circle" };
		circle.self = circle;
		const error = new Error("loop");
		error.cause = error;
		let deep: object = {};
		for (let level = 0; level < 100; level += 1) {
			deep = { deep };
		}
		const thrower = Object.defineProperty({}, "boom", {
			enumerable: true,
			get() {
				throw new Error("no");
			},
		});
		logger.info(
			{
				circle,
				error,
				deep,
				thrower,
				size: 2n ** 70n,
				bytes: Buffer.alloc(9),
				map: new Map([["a", 1]]),
				when: new Date(Number.NaN),
				aggregate: new AggregateError([new Error("one")], "many"),
			},
			"odd",
		);
		expect(last()).toMatchObject({
			circle: { name: "circle", self: "[circular]" },
			thrower: { boom: "[unreadable]" },
			size: "1180591620717411303424",
			bytes: "[9 bytes]",
			map: { a: 1 },
			when: "invalid date",
			aggregate: { message: "many", errors: [{ message: "one" }] },
			error: { cause: expect.anything() },
		});
	});

	it("does not change what it was handed", () => {
		const { logger } = collect();
		const fields = { password: "p", list: [{ token: "t" }] };
		logger.info(fields, "x");
		expect(fields).toEqual({ password: "p", list: [{ token: "t" }] });
	});

	it("writes lines for people when asked", () => {
		const { logger, lines } = collect({ pretty: true });
		logger.warn(
			{ part: 3, name: "two words", error: new Error("outer", { cause: new Error("inner") }) },
			"slow",
		);
		// biome-ignore lint/suspicious/noControlCharactersInRegex: colors are control characters.
		const text = lines.join("").replace(/\u001b\[\d+m/g, "");
		expect(text).toMatch(
			/^10:20:30\.456 WARN {2}slow part=3 name="two words" error="outer"\n {2}Error: outer/,
		);
		expect(text).toContain("  caused by Error: inner");
	});
});
