import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type LoopbackServer, listenOnLoopback } from "../http-server.ts";
import { waitFor } from "../wait-for.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";

let target: LoopbackServer;
let proxy: FaultProxy;
const size = 1_000_000;

beforeAll(async () => {
	target = await listenOnLoopback((request, response) => {
		let received = 0;
		request.on("data", (chunk: Buffer) => {
			received += chunk.length;
		});
		request.on("end", () => {
			response.setHeader("x-received", String(received));
			response.end(Buffer.alloc(size, "x"));
		});
	});
	proxy = await startFaultProxy({ target: `${target.origin}/path` });
});
afterAll(async () => {
	await proxy.close();
	await target.close();
});

async function download(): Promise<number> {
	const response = await fetch(proxy.url, { headers: { connection: "close" } });
	return (await response.arrayBuffer()).byteLength;
}

it("passes everything on, both ways", async () => {
	expect(proxy.url).toBe(`http://127.0.0.1:${proxy.port}/path`);
	const response = await fetch(proxy.url, { method: "POST", body: Buffer.alloc(size) });
	expect(response.headers.get("x-received")).toBe(String(size));
	expect((await response.arrayBuffer()).byteLength).toBe(size);
});

it("cuts the first connection after some bytes, and lets the second try through", async () => {
	await proxy.setFault({ kind: "cut", afterBytes: size / 2, direction: "down", once: true });
	await expect(download()).rejects.toThrow();
	expect(await download()).toBe(size);
});

it("cuts an upload before the target has all of it", async () => {
	await proxy.setFault({ kind: "cut", afterBytes: 1000, direction: "up" });
	const upload = fetch(proxy.url, { method: "POST", body: Buffer.alloc(size) });
	await expect(upload).rejects.toThrow();
	await proxy.setFault(undefined);
});

it("stalls until the fault is taken away, and then loses nothing", async () => {
	await proxy.setFault({ kind: "stall", afterBytes: 5000, direction: "down" });
	const socket = connect(proxy.port, "127.0.0.1");
	let received = 0;
	socket.on("data", (chunk) => {
		received += chunk.length;
	});
	socket.write("GET / HTTP/1.0\r\n\r\n");
	await waitFor(() => received === 5000);
	await proxy.setFault(undefined);
	await once(socket, "end");
	expect(received).toBeGreaterThan(size);
	socket.destroy();
});

it("delays without losing anything", async () => {
	await proxy.setFault({ kind: "delay", delayMs: 5 });
	expect(await download()).toBe(size);
	await proxy.setFault(undefined);
});

it("refuses, and comes back on the same port", async () => {
	await proxy.setFault({ kind: "refuse" });
	await expect(download()).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
	await proxy.setFault(undefined);
	expect(await download()).toBe(size);
});

it("cuts what is open, and counts", async () => {
	const before = proxy.totalConnections;
	const socket = connect(proxy.port, "127.0.0.1");
	await waitFor(() => proxy.totalConnections === before + 1);
	const failure = once(socket, "error");
	proxy.cutAll();
	expect((await failure)[0]).toMatchObject({ code: "ECONNRESET" });
	await waitFor(() => proxy.openConnections === 0);
});

it("shows the client that the target is gone", async () => {
	const gone = await listenOnLoopback(() => {});
	await using lonely = await startFaultProxy({ target: gone.origin });
	await gone.close();
	await expect(fetch(lonely.url)).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
});
