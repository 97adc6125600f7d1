import { gzipSync } from "node:zlib";
import { execa } from "execa";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startTelemetryReceiver, type TelemetryReceiver } from "./receiver.ts";

let receiver: TelemetryReceiver;
beforeAll(async () => {
	receiver = await startTelemetryReceiver();
});
afterAll(() => receiver.close());
beforeEach(() => receiver.clear());

const event = JSON.stringify({ message: "broken\nin two lines" });
const attachment = Buffer.from([0, 10, 255, 10]);
const envelope = Buffer.concat([
	Buffer.from(`{"event_id":"1"}\n{"type":"event"}\n${event}\n`),
	Buffer.from(`{"type":"attachment","length":${attachment.length}}\n`),
	attachment,
	Buffer.from('\n{"type":"session"}\n{"status":"ok"}'),
]);

function send(path: string, body: string | Buffer, headers: Record<string, string> = {}) {
	const { origin } = new URL(receiver.dsn);
	return fetch(`${origin}${path}`, { method: "POST", body, headers });
}

it("reads the items of an envelope, plain and compressed", async () => {
	const arriving = receiver.waitForEvent(({ message }) => message === "broken\nin two lines");
	expect((await send("/api/1/envelope/", envelope)).status).toBe(200);
	await arriving;
	await send("/api/1/envelope/", gzipSync(envelope), { "content-encoding": "gzip" });
	expect(receiver.envelopes[1]).toEqual(receiver.envelopes[0]);
	expect(receiver.envelopes[0]?.items.map(({ payload }) => payload)).toEqual([
		JSON.parse(event),
		attachment,
		{ status: "ok" },
	]);
	expect(receiver.items("session")).toHaveLength(2);
});

it("lets a browser of another origin send", async () => {
	const { origin } = new URL(receiver.dsn);
	const answer = await fetch(`${origin}/api/1/envelope/`, { method: "OPTIONS" });
	expect(answer.headers.get("access-control-allow-origin")).toBe("*");
});

it("keeps OTLP exports by signal, and refuses protobuf", async () => {
	const headers = { "content-type": "application/json", "content-encoding": "gzip" };
	await send("/v1/traces", gzipSync('{"resourceSpans":[]}'), headers);
	expect(receiver.exports).toMatchObject([{ signal: "traces", body: { resourceSpans: [] } }]);
	const protobuf = { "content-type": "application/x-protobuf" };
	expect((await send("/v1/logs", "x", protobuf)).status).toBe(415);
});

it("answers what it is told to, and keeps nothing then", async () => {
	receiver.failNext(429, 2);
	const answers = [1, 2, 3].map(() => send("/api/1/envelope/", envelope));
	const statuses = (await Promise.all(answers)).map(({ status }) => status);
	expect(statuses.toSorted()).toEqual([200, 429, 429]);
	expect(receiver.envelopes).toHaveLength(1);
	expect((await send("/api/1/envelope/", "no envelope")).status).toBe(400);
	expect((await send("/elsewhere", "")).status).toBe(404);
});

it("receives what Sentry's own SDK sends", async () => {
	const script = `
		import * as Sentry from "@sentry/node";
		Sentry.init({ dsn: process.argv[1], environment: "test", defaultIntegrations: false });
		Sentry.captureException(new Error("from the SDK"));
		await Sentry.flush(5000);`;
	await execa(process.execPath, ["--input-type=module", "-e", script, receiver.dsn]);
	const event = await receiver.waitForEvent(({ environment }) => environment === "test");
	expect(JSON.stringify(event)).toContain("from the SDK");
});
