import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as aiGet, POST as aiPost } from "../../app/api/ai/[[...rest]]/route.ts";
import { GET as authGet, POST as authPost } from "../../app/api/auth/[...all]/route.ts";
import { GET as live } from "../../app/api/health/live/route.ts";
import { GET as ready } from "../../app/api/health/ready/route.ts";
import { GET as health } from "../../app/api/health/route.ts";
import { GET as apiGet, POST as apiPost } from "../../app/api/v1/[[...rest]]/route.ts";
import { GET as events } from "../../app/api/v1/events/route.ts";
import { composeParts } from "../parts/compose-parts.ts";
import { setParts } from "../parts/shared-parts.ts";
import { type FrontUnderTest, startFront } from "../test/start-front.ts";

/** As Vercel calls them: functions of a request, with no front before them. */
const origin = "https://nuclom.example.com";
let front: FrontUnderTest;

beforeAll(async () => {
	front = await startFront({ env: { NEXT_PUBLIC_APP_URL: origin } });
	setParts(composeParts(front.platform));
});

afterAll(() => front.close());

const get = (path: string, headers: Record<string, string> = {}) =>
	new Request(`${origin}${path}`, { headers });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
	new Request(`${origin}${path}`, {
		method: "POST",
		headers: { "content-type": "application/json", origin, ...headers },
		body: JSON.stringify(body),
	});

test("each mount answers, with request id, security headers and strict transport", async () => {
	const answers = await Promise.all([
		apiGet(get("/api/v1/configuration")),
		aiGet(get("/api/ai/analyze")),
		authGet(get("/api/auth/get-session")),
		health(get("/api/health")),
		live(get("/api/health/live")),
		ready(get("/api/health/ready")),
		events(get("/api/v1/events")),
	]);
	expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 200, 200, 200, 401]);
	for (const { headers } of answers) {
		expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
		expect(headers.get("x-frame-options")).toBe("DENY");
		expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
	}
});

test("a person signs up and creates an organization", async () => {
	const person = { name: "Ada", email: "ada@nuclom.example", password: "correct horse battery" };
	const signedUp = await authPost(post("/api/auth/sign-up/email", person));
	expect(signedUp.status).toBe(200);
	const cookie = signedUp.headers.getSetCookie().map((line) => line.split(";")[0]);
	const headers = { cookie: cookie.join("; ") };
	const body = { name: "Acme", slug: "acme" };
	const created = await apiPost(post("/api/v1/organizations", body, headers));
	expect(created.status).toBe(201);
	expect(await created.json()).toMatchObject({ name: "Acme" });
});

test("another site's writes are refused", async () => {
	const foreign = post("/api/v1/organizations", {}, { origin: "https://evil.example.com" });
	const response = await apiPost(foreign);
	expect(response.status).toBe(403);
	expect(await response.json()).toMatchObject({ code: "ORIGIN_REFUSED" });
	expect((await aiPost(post("/api/ai/analyze", {}))).status).toBe(401);
});
