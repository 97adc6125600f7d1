/**
 * A local store behind a plain Node server, in a process of its own: for faults that a process cannot do to itself,
 * and for the benchmarks. `node storage-server.ts FOLDER`; prints its port. `POST /call/<method>` calls the driver
 * with the JSON body as arguments; `GET /usage` tells what the process has used.
 */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { AppError } from "@nuclom/core";
import { createLocalStorage, createStorageHttpHandler } from "../src/index.ts";

const [, , path = ""] = process.argv;
const storage = createLocalStorage({
	path,
	publicBaseUrl: "",
	signingSecret: "a secret for tests alone",
});
const handle = createStorageHttpHandler(storage);

async function call(method: string, request: IncomingMessage): Promise<unknown> {
	const args = (await json(request)) as unknown[];
	const methods = storage as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
	return methods[method]?.(...args);
}

/** Bytes of memory held now and at most so far, from Linux; processor time in seconds. */
async function usage() {
	const status = await readFile("/proc/self/status", "utf8");
	const bytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
	const { userCPUTime, systemCPUTime } = process.resourceUsage();
	const cpuSeconds = (userCPUTime + systemCPUTime) / 1e6;
	return { cpuSeconds, residentBytes: bytes("VmRSS"), peakBytes: bytes("VmHWM") };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { "content-type": "application/json" });
	response.end(JSON.stringify(body ?? null));
}

const server = createServer(async (request, response) => {
	if (await handle(request, response)) return;
	const [, verb, method = ""] = (request.url ?? "").split("/");
	try {
		answer(response, 200, verb === "usage" ? await usage() : await call(method, request));
	} catch (error) {
		if (AppError.isInstance(error)) answer(response, error.status, { code: error.code });
		else answer(response, 500, { code: String(error) });
	}
});
server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => {
	process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
