import { request as send } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FrontUnderTest, startFront } from "./test/start-front.ts";

let front: FrontUnderTest;

beforeAll(async () => {
	front = await startFront();
});

afterAll(() => front.close());

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(`${front.baseUrl}${path}`, { headers, redirect: "manual" });

/** What reached the page behind the front. */
const seen = async (path: string, headers: Record<string, string> = {}) =>
	(await (await get(path, headers)).json()) as {
		url: string;
		headers: Record<string, string>;
	};

const kinds = [
	["a page", "/acme/videos"],
	["the API", "/api/v1/configuration"],
	["sign-in", "/api/auth/get-session"],
	["storage", "/storage/videos/nothing"],
	["health", "/api/health"],
	["an unknown operation", "/api/nothing"],
	["a built file", "/_next/static/chunks/a.js"],
	["metrics", "/metrics"],
] as const;

describe("every answer", () => {
	test.each(kinds)("%s carries security headers and a request id", async (_name, path) => {
		const { headers } = await get(path);
		expect(headers.get("x-frame-options")).toBe("DENY");
		expect(headers.get("x-content-type-options")).toBe("nosniff");
		expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
		expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
		expect(headers.get("strict-transport-security")).toBeNull();
	});

	test.each(kinds)("%s keeps a well-formed request id", async (_name, path) => {
		const { headers } = await get(path, { "x-request-id": "load-balancer-0001" });
		expect(headers.get("x-request-id")).toBe("load-balancer-0001");
	});

	test("an id that could forge a log line is replaced", async () => {
		const { headers } = await get("/api/health", { "x-request-id": 'a" onload="x' });
		expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
	});

	test("stored files keep their own, stricter policy", async () => {
		const { headers } = await get("/storage/videos/nothing");
		expect(headers.get("content-security-policy")).toContain("sandbox");
	});
});

describe("errors", () => {
	test.each(["/api/nothing", "/api/v1/nothing", "/api/v1/videos/1/2/3"])(
		"%s is a 404 in the envelope",
		async (path) => {
			const response = await get(path, { "x-request-id": "request-404" });
			expect(response.status).toBe(404);
			expect(await response.json()).toMatchObject({
				code: "NOT_FOUND",
				message: expect.any(String),
				data: { hint: expect.any(String), requestId: "request-404" },
			});
		},
	);

	test("an address of storage that nobody signed is refused with a code", async () => {
		const response = await get("/storage/videos/nothing");
		expect(response.status).toBeGreaterThanOrEqual(400);
		const { code, data } = await response.json();
		expect(code).toMatch(/^STORAGE_/);
		expect(data.requestId).toBe(response.headers.get("x-request-id"));
	});

	test("a page that throws is a 500 that leaks nothing", async () => {
		const broken = await startFront({
			page: () => Promise.reject(new Error("secret detail of a defect")),
		});
		const response = await fetch(`${broken.baseUrl}/acme`);
		const body = await response.text();
		expect(response.status).toBe(500);
		expect(body).toContain("INTERNAL");
		expect(body).not.toContain("secret detail");
		expect(broken.log.join()).toContain("secret detail of a defect");
		await broken.close();
	});
});

describe("what a page is told", () => {
	test("its nonce, its policy and its path", async () => {
		const response = await get("/acme/videos?q=a&_rsc=1");
		const { headers } = (await response.json()) as { headers: Record<string, string> };
		const policy = response.headers.get("content-security-policy");
		expect(headers["content-security-policy"]).toBe(policy);
		expect(policy).toContain(`'nonce-${headers["x-nonce"]}'`);
		expect(headers["x-nuclom-path"]).toBe("/acme/videos?q=a");
		expect(headers["x-nuclom-front"]).toBe("1");
	});

	test("nothing that the caller sent under these names", async () => {
		const { headers } = await seen("/acme", {
			"x-nonce": "mine",
			"content-security-policy": "script-src *",
			"x-nuclom-path": "/elsewhere",
		});
		expect(headers["x-nonce"]).not.toBe("mine");
		expect(headers["content-security-policy"]).not.toContain("*");
		expect(headers["x-nuclom-path"]).toBe("/acme");
	});

	test("the peer's address, whatever x-forwarded-* say", async () => {
		const { headers } = await seen("/acme", {
			"x-forwarded-for": "203.0.113.7",
			"x-forwarded-host": "evil.example.com",
			"x-forwarded-proto": "https",
			"x-real-ip": "203.0.113.7",
			forwarded: "for=203.0.113.7",
		});
		expect(headers).toMatchObject({
			"x-forwarded-for": "127.0.0.1",
			"x-forwarded-host": new URL(front.baseUrl).host,
			"x-forwarded-proto": "http",
		});
		expect(headers["x-real-ip"]).toBeUndefined();
		expect(headers.forwarded).toBeUndefined();
	});
});

describe("behind a trusted proxy", () => {
	let proxied: FrontUnderTest;
	beforeAll(async () => {
		proxied = await startFront({
			env: { TRUSTED_PROXIES: "127.0.0.0/8", NEXT_PUBLIC_APP_URL: "https://nuclom.example.com" },
		});
	});
	afterAll(() => proxied.close());

	const forwarded = {
		"x-forwarded-for": "198.51.100.1, 203.0.113.7, 127.0.0.2",
		"x-forwarded-host": "nuclom.example.com",
		"x-forwarded-proto": "https",
	};

	test("the first address that is no proxy counts, not what stands left of it", async () => {
		const response = await fetch(`${proxied.baseUrl}/acme`, { headers: forwarded });
		const { headers } = await response.json();
		expect(headers).toMatchObject({
			"x-forwarded-for": "203.0.113.7",
			"x-forwarded-host": "nuclom.example.com",
			"x-forwarded-proto": "https",
		});
	});

	test("strict transport is promised over https only", async () => {
		const name = "strict-transport-security";
		const secure = await fetch(`${proxied.baseUrl}/api/health/live`, { headers: forwarded });
		expect(secure.headers.get(name)).toBe("max-age=31536000; includeSubDomains");
		const plain = await fetch(`${proxied.baseUrl}/api/health/live`);
		expect(plain.headers.get(name)).toBeNull();
	});
});

describe("metrics", () => {
	test("are for this machine while there is no token", async () => {
		await get("/api/v1/configuration");
		const response = await get("/metrics");
		expect(response.status).toBe(200);
		const body = await response.text();
		expect(body).toContain('nuclom_api_requests_total{operation="configuration.get"');
		expect(body).toContain("nuclom_page_duration_seconds_count");
	});

	test("are not for the world behind a proxy of this machine", async () => {
		const response = await get("/metrics", { "x-forwarded-for": "203.0.113.7" });
		expect(response.status).toBe(404);
	});

	test("ask for the token where there is one", async () => {
		const token = "0123456789abcdef0123456789abcdef";
		const guarded = await startFront({ env: { METRICS_TOKEN: token } });
		const ask = (headers: Record<string, string>) =>
			fetch(`${guarded.baseUrl}/metrics`, { headers }).then(({ status }) => status);
		expect(await ask({})).toBe(401);
		expect(await ask({ authorization: "Bearer 0123456789abcdef" })).toBe(401);
		expect(await ask({ authorization: `Basic ${token}` })).toBe(401);
		expect(await ask({ authorization: `Bearer ${token}` })).toBe(200);
		await guarded.close();
	});
});

describe("the access log", () => {
	test("names routes, never tokens, ids or signatures", async () => {
		await get("/storage/videos/secret-key?signature=hunter2&expires=1");
		await get("/invite/0123456789abcdef");
		await get("/api/v1/organizations/01939b5c-0000-7000-8000-000000000001/videos?cursor=hunter2");
		const lines = await waitFor(() => {
			const found = front.log.filter((line) => line.includes('"Answered"'));
			return found.some((line) => line.includes("videos.list")) ? found : undefined;
		});
		const all = lines.join();
		for (const secret of ["hunter2", "secret-key", "0123456789abcdef", "000000000001"]) {
			expect(all).not.toContain(secret);
		}
		expect(all).toContain('"route":"/page"');
		expect(all).toContain('"route":"storage"');
	});
});

describe("limits", () => {
	const post = (headers: Record<string, string | number>, body: string) =>
		new Promise<{ status: number; body: string }>((resolve, reject) => {
			const request = send(`${front.baseUrl}/api/auth/sign-in/email`, {
				method: "POST",
				headers: {
					"content-type": "application/json",
					origin: "http://localhost:3000",
					...headers,
				},
			});
			request.on("response", async (response) =>
				resolve({ status: response.statusCode ?? 0, body: await text(response) }),
			);
			request.on("error", reject);
			request.end(body);
		});
	const long = JSON.stringify({ email: "a".repeat(1024 * 1024) });

	test("a body of more than 1 MiB is refused, with a length and without", async () => {
		const announced = await post({ "content-length": long.length }, long);
		expect(announced).toMatchObject({
			status: 413,
			body: expect.stringContaining("PAYLOAD_TOO_LARGE"),
		});
		const chunked = await post({ "transfer-encoding": "chunked" }, long);
		expect(chunked).toMatchObject({
			status: 413,
			body: expect.stringContaining("PAYLOAD_TOO_LARGE"),
		});
	});

	test("a small body without a length is read", async () => {
		const body = JSON.stringify({ email: "nobody@example.com", password: "wrong password" });
		const { status } = await post({ "transfer-encoding": "chunked" }, body);
		expect(status).toBe(401);
	});

	test("the front still answers after a sender that was cut off", async () => {
		const socket = connect(Number(new URL(front.baseUrl).port), "127.0.0.1");
		socket.write("POST /api/v1/organizations HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
		await new Promise((resolve) => socket.once("connect", resolve));
		socket.destroy();
		expect((await get("/api/health/live")).status).toBe(200);
	});
});
