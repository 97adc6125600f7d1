import { waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FrontUnderTest, startFront } from "./test/start-front.ts";

let front: FrontUnderTest;
let cookie = "";

async function signUp(): Promise<void> {
	const person = { name: "Ada", email: "ada@nuclom.example", password: "correct horse battery" };
	const response = await fetch(`${front.baseUrl}/api/auth/sign-up/email`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: "http://localhost:3000" },
		body: JSON.stringify(person),
	});
	const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0]);
	cookie = cookies.join("; ");
}

beforeAll(async () => {
	front = await startFront();
	await signUp();
});

afterAll(() => front.close());

const answer = async (path: string) => {
	const response = await fetch(`${front.baseUrl}${path}`, { headers: { cookie } });
	return { response, status: response.status, body: await response.text() };
};

const whenStatus = (path: string, status: number) =>
	waitFor(
		async () => {
			const found = await answer(path);
			return found.status === status ? found : undefined;
		},
		{ timeoutMs: 30_000, what: `${path} to answer ${status}` },
	);

describe("while PostgreSQL is away", () => {
	beforeAll(async () => {
		await whenStatus("/api/v1/viewer", 200);
		await front.database.setFault({ kind: "refuse" });
	});

	test("health says so", async () => {
		const { body } = await whenStatus("/api/health", 503);
		expect(JSON.parse(body)).toMatchObject({ status: "unhealthy", checks: { database: false } });
		expect((await answer("/api/health/live")).status).toBe(200);
		expect((await answer("/api/health/ready")).status).toBe(503);
	});

	test("pages answer 503 with a page that tries again by itself", async () => {
		const { body, response } = await whenStatus("/acme", 503);
		expect(response.headers.get("content-type")).toContain("text/html");
		expect(response.headers.get("retry-after")).toBe("5");
		expect(body).toContain("DATABASE_UNAVAILABLE");
		expect(body).toContain(response.headers.get("x-request-id"));
	});

	test.each(["/api/v1/viewer", "/api/auth/get-session"])(
		"%s answers 503 with its code",
		async (path) => {
			const { body } = await whenStatus(path, 503);
			expect(JSON.parse(body)).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
		},
	);

	test("what needs no database is answered as ever", async () => {
		expect((await answer("/api/v1/configuration")).status).toBe(200);
		expect((await answer("/_next/static/a.js")).status).toBe(200);
	});

	test("and when it is back, everything is", async () => {
		await front.database.setFault(undefined);
		await whenStatus("/acme", 200);
		await whenStatus("/api/health", 200);
		await whenStatus("/api/v1/viewer", 200);
	});
});
