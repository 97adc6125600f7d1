import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { AppError, type Logger, silentLogger } from "@nuclom/core";
import { startTelemetryReceiver, type TelemetryReceiver } from "@nuclom/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createErrorReporter, type ErrorReporter } from "./create-error-reporter.ts";

let receiver: TelemetryReceiver;
let errors: ErrorReporter;
beforeAll(async () => {
	receiver = await startTelemetryReceiver();
	errors = reporter();
});
afterAll(() => receiver.close());
beforeEach(() => receiver.clear());

const reporter = (extra: object = {}) =>
	createErrorReporter({
		dsn: receiver.dsn,
		environment: "staging",
		release: "nuclom@1.2.3",
		service: "worker",
		...extra,
	});

interface Exception {
	readonly type: string;
	readonly value: string;
	readonly stacktrace: { readonly frames: Array<{ readonly filename: string }> };
}
const exceptionsOf = (event: Readonly<Record<string, unknown>>) =>
	(event.exception as { values: Exception[] }).values;

describe("createErrorReporter", () => {
	it("sends a defect with its causes and its context, scrubbed", async () => {
		const cause = new Error("login of ana@example.com at postgres://nuclom:pw-secret@db/x failed");
		errors.captureException(
			new AppError("INTERNAL", "Cannot open https://r2.example/a?X-Amz-Signature=sig-secret", {
				data: { videoId: "v1", apiKey: "key-secret" },
				cause,
			}),
			{ requestId: "r1", userId: "u1", operation: "video.process" },
		);
		expect(await errors.flush(10_000)).toBe(true);
		const [event = {}] = receiver.items("event");
		expect(event).toMatchObject({
			environment: "staging",
			release: "nuclom@1.2.3",
			tags: { service: "worker", requestId: "r1", operation: "video.process", code: "INTERNAL" },
			user: { id: "u1" },
			contexts: { appError: { videoId: "v1", apiKey: "[redacted]" } },
		});
		const [inner, outer] = exceptionsOf(event);
		expect(inner?.value).toBe("login of [e-mail] at postgres://nuclom:[redacted]@db/x failed");
		expect(outer?.value).toBe("Cannot open https://r2.example/a?X-Amz-Signature=[redacted]");
		expect(outer?.stacktrace.frames.at(-1)?.filename).toContain("error-reporter.integration.test");
		expect(event).not.toHaveProperty("server_name");
		expect(event).not.toHaveProperty("breadcrumbs");
		const sent = JSON.stringify(receiver.envelopes.flatMap(({ items }) => items));
		expect(sent).not.toMatch(/"value":"[^"]*(?:pw-secret|sig-secret|ana@example)/);
	});

	it("keeps the callers' own mistakes to itself", async () => {
		errors.captureException(new AppError("VIDEO_NOT_FOUND", "No such video."));
		errors.captureException(new Error("a defect"));
		await errors.flush(10_000);
		expect(
			receiver
				.items("event")
				.flatMap(exceptionsOf)
				.map(({ value }) => value),
		).toEqual(["a defect"]);
	});

	it("does not mix the contexts of two errors", async () => {
		errors.captureException(new Error("one"), { requestId: "r1", userId: "u1" });
		errors.captureException(new Error("two"), { operation: "videos.list" });
		await errors.flush(10_000);
		const two = receiver.items("event").find((event) => exceptionsOf(event)[0]?.value === "two");
		expect(two?.tags).toEqual({ service: "worker", operation: "videos.list" });
		expect(two).not.toHaveProperty("user");
	});

	it("sends nothing but events: no sessions, traces or client reports", async () => {
		errors.captureException(new Error("only this"));
		await errors.flush(10_000);
		const types = receiver.envelopes.flatMap(({ items }) => items.map(({ type }) => type));
		expect(types).toEqual(["event"]);
	});

	it("reports what is thrown that is no error", async () => {
		errors.captureException("just a string");
		errors.captureException(undefined);
		await errors.flush(10_000);
		expect(receiver.items("event")).toHaveLength(2);
	});

	it("sends a share when told so", async () => {
		const other = reporter({ sampleRates: { errors: 0 } });
		other.captureException(new Error("not chosen"));
		expect(await other.flush(10_000)).toBe(true);
		expect(receiver.items("event")).toEqual([]);
	});

	it("is not in the way when the receiver is gone", async () => {
		const gone = await startTelemetryReceiver();
		await gone.close();
		const other = reporter({ dsn: gone.dsn });
		other.captureException(new Error("nobody hears"));
		expect(typeof (await other.flush(2_000))).toBe("boolean");
	});

	it("logs that it cannot start, and goes on", async () => {
		const messages: string[] = [];
		const logger: Logger = { ...silentLogger, error: (_fields, message) => messages.push(message) };
		const other = reporter({ dsn: "not a dsn", logger });
		other.captureException(new Error("lost"));
		expect(await other.flush(1_000)).toBe(false);
		expect(messages).toEqual(["error reporting could not start"]);
	});

	it("does nothing without a DSN, and does not even load the SDK", async () => {
		const program = `
			import { registerHooks } from "node:module";
			registerHooks({ resolve(name, context, next) {
				if (name.startsWith("@sentry/")) throw new Error("the SDK was loaded");
				return next(name, context);
			} });
			const { createErrorReporter } = await import(process.argv[1]);
			const errors = createErrorReporter({ environment: "test", service: "cli" });
			errors.captureException(new Error("nowhere to go"));
			console.log(errors.isEnabled, await errors.flush(100));`;
		const index = fileURLToPath(new URL("../index.ts", import.meta.url));
		const { stdout } = await promisify(execFile)(process.execPath, [
			"--conditions=nuclom-source",
			"--input-type=module",
			"--eval",
			program,
			index,
		]);
		expect(stdout.trim()).toBe("false true");
	});
});
