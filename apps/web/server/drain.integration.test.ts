import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError } from "@nuclom/core";
import { waitFor } from "@nuclom/testing";
import { expect, test } from "vitest";
import { createDrain } from "./drain.ts";
import { listen } from "./listen.ts";

/** A server whose answers are given by the test. */
async function manualServer() {
	const answers: Record<string, ServerResponse> = {};
	const server = createServer((request, response) => {
		answers[request.url ?? ""] = response;
		if (request.url === "/stream") {
			response.setHeader("content-type", "text/event-stream");
			response.write(": hello\n\n");
		}
	});
	const drain = createDrain(server);
	const { port } = await listen(server, 0, "127.0.0.1");
	return { server, answers, drain, port, baseUrl: `http://127.0.0.1:${port}` };
}

test("what runs may finish, nothing new is taken", async () => {
	const { answers, drain, baseUrl } = await manualServer();
	const slow = fetch(`${baseUrl}/slow`);
	const response = await waitFor(() => answers["/slow"]);
	const drained = drain(60_000);
	await expect(fetch(`${baseUrl}/late`)).rejects.toThrow();
	response.end("done");
	expect(await (await slow).text()).toBe("done");
	await drained;
});

test("event streams are ended: they would never end by themselves", async () => {
	const { drain, baseUrl } = await manualServer();
	const stream = await fetch(`${baseUrl}/stream`);
	const reading = stream.text().catch(() => "cut");
	await drain(60_000);
	expect(await reading).toMatch(/cut|hello/);
});

test("what does not finish in time is cut", async () => {
	const { answers, drain, baseUrl } = await manualServer();
	const hanging = fetch(`${baseUrl}/hanging`).then(
		() => "answered",
		() => "cut",
	);
	await waitFor(() => answers["/hanging"]);
	await drain(10);
	expect(await hanging).toBe("cut");
});

test("a port that is taken is named, with the way to another one", async () => {
	const other = createServer().listen(0, "127.0.0.1");
	await once(other, "listening");
	const { port } = other.address() as AddressInfo;
	const refusal = await listen(createServer(), port, "127.0.0.1").catch((error) => error);
	expect(AppError.isInstance(refusal)).toBe(true);
	expect(refusal).toMatchObject({ code: "PORT_IN_USE", data: { port } });
	expect(refusal.message).toContain(String(port));
	expect(refusal.hint).toContain("--port");
	other.close();
});
