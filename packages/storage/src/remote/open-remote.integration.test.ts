import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type OpenRemoteOptions, openRemote } from "./open-remote.ts";

const bytes = randomBytes(3_000_000);
const sha256 = (content: Buffer) => createHash("sha256").update(content).digest("hex");
const failsAs = (code: string) => expect.objectContaining({ code });
const closing: Array<() => void> = [];

afterEach(() => {
	for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<number> {
	const server = createServer(listener);
	closing.push(() => {
		server.closeAllConnections();
		server.close();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return (server.address() as AddressInfo).port;
}

/** Names under .test lead to the loopback; `media.test` may, as if an operator had said so. */
const resolve = async (host: string) => [
	{ address: host === "public.test" ? "93.184.216.34" : "127.0.0.1", family: 4 },
];

function open(url: string, options: Partial<OpenRemoteOptions> = {}) {
	const { signal } = new AbortController();
	const bounds = { maxBytes: 10_000_000, signal };
	return openRemote(url, { privateHosts: ["media.test"], resolve, ...bounds, ...options });
}

async function read(url: string, options: Partial<OpenRemoteOptions> = {}): Promise<Buffer> {
	await using file = await open(url, options);
	const chunks: Buffer[] = [];
	for await (const chunk of file.body) chunks.push(chunk);
	return Buffer.concat(chunks);
}

test("reads a file, and what is said of it", async () => {
	const port = await serve((request, response) => {
		expect(request.headers).toMatchObject({ "accept-encoding": "identity" });
		response.writeHead(200, {
			...{ "content-type": "video/mp4; codecs=avc1", "content-length": bytes.length },
			"content-disposition": "attachment; filename*=UTF-8''%C3%BCber.mp4",
		});
		response.end(bytes);
	});
	const url = `http://media.test:${port}/a%20b.mov`;
	await using file = await open(url);
	expect(file).toMatchObject({
		...{ sizeBytes: bytes.length, contentType: "video/mp4", fileName: "über.mp4" },
	});
	expect(sha256(await read(url))).toBe(sha256(bytes));
});

test("reads a file whose length is not told, and takes its name from the address", async () => {
	const port = await serve((_request, response) => {
		response.write(bytes.subarray(0, 1000));
		response.end(bytes.subarray(1000));
	});
	const url = `http://media.test:${port}/a%20b.mov`;
	await using file = await open(url);
	expect(file).toMatchObject({ sizeBytes: null, contentType: null, fileName: "a b.mov" });
	expect(sha256(await read(url))).toBe(sha256(bytes));
});

test("refuses what is too large, whether it is told or found out", async () => {
	const told = await serve((_request, response) => response.end(bytes));
	await expect(
		read(`http://media.test:${told}/`, { maxBytes: bytes.length }),
	).resolves.toBeDefined();
	const tooLarge = failsAs("UPLOAD_TOO_LARGE");
	await expect(open(`http://media.test:${told}/`, { maxBytes: 2_999_999 })).rejects.toEqual(
		tooLarge,
	);
	const untold = await serve((_request, response) => {
		response.write(bytes.subarray(0, 10));
		response.end(bytes);
	});
	await expect(read(`http://media.test:${untold}/`, { maxBytes: 1000 })).rejects.toEqual(tooLarge);
});

test.each([
	["with a length", { "content-length": bytes.length }],
	["in chunks", {}],
])("notices a body that is cut, %s", async (_name, headers) => {
	const port = await serve((_request, response) => {
		response.writeHead(200, headers);
		response.write(bytes.subarray(0, 100_000), () => response.destroy());
	});
	await expect(read(`http://media.test:${port}/`)).rejects.toMatchObject({
		...{ code: "REMOTE_UNAVAILABLE", isRetryable: true },
	});
});

test("does not wait for ever: for headers, for a byte, for a trickle", async () => {
	const late = failsAs("REMOTE_TIMED_OUT");
	const silent = await serve(() => undefined);
	await expect(open(`http://media.test:${silent}/`, { headersTimeoutMs: 300 })).rejects.toEqual(
		late,
	);
	const stalled = await serve((_request, response) => response.write("x"));
	await expect(read(`http://media.test:${stalled}/`, { silenceMs: 300 })).rejects.toEqual(late);
	const trickle = await serve((_request, response) => {
		const timer = setInterval(() => response.write("x"), 20);
		response.once("close", () => clearInterval(timer));
	});
	await expect(read(`http://media.test:${trickle}/`, { windowMs: 300 })).rejects.toEqual(late);
	const headers = createTcpServer((socket) => {
		socket.write("HTTP/1.1 200 OK\r\n");
		const timer = setInterval(() => socket.write("x: y\r\n"), 20);
		socket.once("close", () => clearInterval(timer)).on("error", () => undefined);
	});
	closing.push(() => headers.close());
	headers.listen(0, "127.0.0.1");
	await once(headers, "listening");
	const { port } = headers.address() as AddressInfo;
	await expect(open(`http://media.test:${port}/`, { headersTimeoutMs: 500 })).rejects.toMatchObject(
		{
			code: expect.stringMatching(/^REMOTE_(TIMED_OUT|UNAVAILABLE)$/),
		},
	);
});

test("an HTML page is no video, whatever it calls itself", async () => {
	const page = "<!DOCTYPE html><title>Sign in</title>";
	for (const type of ["text/html; charset=utf-8", "video/mp4"]) {
		const port = await serve((_request, response) => {
			response.writeHead(200, { "content-type": type }).end(page);
		});
		await expect(read(`http://media.test:${port}/a.mp4`)).rejects.toEqual(
			failsAs("MEDIA_NOT_A_VIDEO"),
		);
	}
});

test.each([
	[404, false],
	[403, false],
	[206, false],
	[500, true],
	[429, true],
])("says the status %i, and whether another try is worth it", async (status, isRetryable) => {
	const port = await serve((_request, response) => response.writeHead(status).end());
	await expect(open(`http://media.test:${port}/`)).rejects.toMatchObject({
		...{ code: "REMOTE_UNAVAILABLE", isRetryable, data: { status } },
	});
});

test("follows five redirects and no more", async () => {
	const port = await serve(({ url = "/0" }, response) => {
		const step = Number(url.slice(1));
		if (step === 9) response.end("video");
		else response.writeHead(302, { location: `/${step + 1}` }).end();
	});
	expect(String(await read(`http://media.test:${port}/4`))).toBe("video");
	await expect(open(`http://media.test:${port}/3`)).rejects.toEqual(
		failsAs("REMOTE_ADDRESS_REFUSED"),
	);
});

test.each([
	...["http://127.0.0.1/", "http://127.0.0.1:PORT/", "http://169.254.169.254/", "http://[::1]/"],
	...["http://10.0.0.1/", "http://localhost/", "http://other.test/", "http://0x7f.1/"],
	...["//localhost/", "file:///etc/passwd", "http://me:pw@public.test/"],
])("is not led into %s by a redirect", async (location) => {
	let hits = 0;
	const inside = await serve((_request, response) => {
		hits += 1;
		response.end("secret");
	});
	const port = await serve((_request, response) => {
		response.writeHead(307, { location: location.replace("PORT", String(inside)) }).end();
	});
	await expect(open(`http://media.test:${port}/`)).rejects.toEqual(
		failsAs("REMOTE_ADDRESS_REFUSED"),
	);
	expect(hits).toBe(0);
});

test("refuses a name that leads to a private address, even if it also leads to a public one", async () => {
	const refused = failsAs("REMOTE_ADDRESS_REFUSED");
	await expect(open("http://other.test/a.mp4")).rejects.toEqual(refused);
	const both = async () => [
		{ address: "93.184.216.34", family: 4 },
		{ address: "::ffff:127.0.0.1", family: 6 },
	];
	await expect(open("https://other.test/a.mp4", { resolve: both })).rejects.toEqual(refused);
});

test("asks for a name once and connects to what was checked", async () => {
	const port = await serve((_request, response) => response.end("video"));
	let asked = 0;
	// The second answer would be another one.
	const rebinding = async () => {
		asked += 1;
		return [{ address: asked === 1 ? "127.0.0.1" : "127.0.0.2", family: 4 }];
	};
	expect(String(await read(`http://media.test:${port}/`, { resolve: rebinding }))).toBe("video");
	expect(asked).toBe(1);
});

test("uses no proxy of the environment", async () => {
	const port = await serve((_request, response) => response.end("video"));
	const before = { ...process.env };
	Object.assign(process.env, { http_proxy: "http://127.0.0.1:9", NODE_USE_ENV_PROXY: "1" });
	try {
		expect(String(await read(`http://media.test:${port}/`))).toBe("video");
	} finally {
		process.env = before;
	}
});

test("says that there is no such server, and ends when it is told to", async () => {
	const nowhere = async () => Promise.reject(Object.assign(new Error(), { code: "ENOTFOUND" }));
	await expect(open("http://media.test/", { resolve: nowhere })).rejects.toMatchObject({
		...{ code: "REMOTE_UNAVAILABLE", message: "There is no such server." },
	});
	const silent = await serve(() => undefined);
	const reason = new Error("told to");
	const opening = open(`http://media.test:${silent}/`, { signal: AbortSignal.abort(reason) });
	await expect(opening).rejects.toBe(reason);
});
