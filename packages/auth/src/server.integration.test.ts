import { isId } from "@nuclom/core";
import { createDatabase, type Database, migrate } from "@nuclom/db";
import { createTestDatabase, type TestDatabase } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AuthConfig, type AuthMail, createAuth } from "./server.ts";

const origin = "http://localhost:3000";
let test: TestDatabase;
let database: Database;
let mails: AuthMail[] = [];

beforeAll(async () => {
	test = await createTestDatabase({
		templateKey: "auth",
		migrate: async (url) => void (await migrate({ url })),
	});
	database = createDatabase({ url: test.url, maxConnections: 4 });
});
afterAll(async () => {
	await database.close();
	await test.close();
});

function auth(overrides: Partial<AuthConfig> = {}) {
	mails = [];
	return createAuth({
		database,
		secret: "a-secret-of-at-least-32-characters!",
		baseUrl: origin,
		isEmailVerificationRequired: false,
		attemptsPerMinute: 1000,
		sendMail: async (mail) => mails.push(mail),
		...overrides,
	});
}
type TestedAuth = ReturnType<typeof auth>;

function post(
	target: TestedAuth,
	path: string,
	body: object,
	headers: Record<string, string> = {},
) {
	const request = new Request(`${origin}/api/auth${path}`, {
		method: "POST",
		headers: { "content-type": "application/json", origin, ...headers },
		body: JSON.stringify(body),
	});
	return target.handler(request);
}

const cookies = (response: Response) =>
	response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");

let count = 0;
function ada() {
	count += 1;
	return { name: "Ada", email: `ada${count}@nuclom.example`, password: "correct horse battery" };
}

describe("signing up, in and out", () => {
	it("makes a session that lives until sign-out, with ids of ours and an http-only cookie", async () => {
		const subject = auth();
		const signedUp = await post(subject, "/sign-up/email", ada());
		expect(signedUp.status).toBe(200);
		expect(signedUp.headers.get("set-cookie")).toMatch(/HttpOnly/i);
		const headers = new Headers({ cookie: cookies(signedUp) });
		const session = await subject.getSession(headers);
		expect(session?.user).toMatchObject({ name: "Ada", emailVerified: false });
		expect(isId(session?.user.id)).toBe(true);
		await post(subject, "/sign-out", {}, { cookie: cookies(signedUp) });
		expect(await subject.getSession(headers)).toBeNull();
	});

	it("refuses a wrong password, a short one, and a forged cookie", async () => {
		const subject = auth();
		const person = ada();
		await post(subject, "/sign-up/email", person);
		const wrong = await post(subject, "/sign-in/email", {
			...person,
			password: "not the password",
		});
		expect(wrong.status).toBe(401);
		const short = await post(subject, "/sign-up/email", { ...ada(), password: "short" });
		expect(short.status).toBe(400);
		const forged = new Headers({ cookie: "nuclom.session_token=abc.def" });
		expect(await subject.getSession(forged)).toBeNull();
	});

	it("refuses a write from another origin", async () => {
		const subject = auth();
		const person = ada();
		const signedUp = await post(subject, "/sign-up/email", person);
		const cookie = cookies(signedUp);
		const evil = await post(subject, "/sign-out", {}, { cookie, origin: "https://evil.example" });
		expect(evil.status).toBe(403);
		expect(await subject.getSession(new Headers({ cookie }))).not.toBeNull();
	});

	it("marks cookies Secure on https", async () => {
		const subject = auth({ baseUrl: "https://nuclom.example" });
		const response = await subject.handler(
			new Request("https://nuclom.example/api/auth/sign-up/email", {
				method: "POST",
				headers: { "content-type": "application/json", origin: "https://nuclom.example" },
				body: JSON.stringify(ada()),
			}),
		);
		expect(response.headers.get("set-cookie")).toMatch(/__Secure-nuclom.*Secure/i);
	});
});

describe("mail", () => {
	it("asks for verification where it is required, and signs in by the link", async () => {
		const subject = auth({ isEmailVerificationRequired: true });
		const person = ada();
		const signedUp = await post(subject, "/sign-up/email", person);
		expect(cookies(signedUp)).not.toContain("session_token");
		expect(mails).toMatchObject([{ to: person.email, template: "verify-email" }]);
		const early = await post(subject, "/sign-in/email", person);
		expect(early.status).toBe(403);
		const clicked = await subject.handler(new Request(mails[0]?.data.url ?? ""));
		const session = await subject.getSession(new Headers({ cookie: cookies(clicked) }));
		expect(session?.user.emailVerified).toBe(true);
	});

	it("resets a password by mail and ends every session", async () => {
		const subject = auth();
		const person = ada();
		const signedUp = await post(subject, "/sign-up/email", person);
		const redirectTo = `${origin}/reset-password`;
		await post(subject, "/request-password-reset", { email: person.email, redirectTo });
		const token = new URL(mails[0]?.data.url ?? "").pathname.split("/").at(-1);
		const newPassword = "another horse battery";
		const reset = await post(subject, "/reset-password", { token, newPassword });
		expect(reset.status).toBe(200);
		expect(await subject.getSession(new Headers({ cookie: cookies(signedUp) }))).toBeNull();
		const signIn = { email: person.email, password: newPassword };
		expect((await post(subject, "/sign-in/email", signIn)).status).toBe(200);
	});

	it("says the same about an address that nobody has", async () => {
		const subject = auth();
		const unknown = { email: "nobody@nuclom.example", redirectTo: `${origin}/reset-password` };
		const response = await post(subject, "/request-password-reset", unknown);
		expect(response.status).toBe(200);
		expect(mails).toEqual([]);
	});
});

describe("limits and doors", () => {
	it("stops guessing after the allowed tries of a minute", async () => {
		const subject = auth({ attemptsPerMinute: 3 });
		const guess = { email: "x@nuclom.example", password: "wrong wrong wrong" };
		const from = { "x-forwarded-for": "203.0.113.7" };
		const statuses: number[] = [];
		for (let tries = 0; tries < 5; tries += 1) {
			statuses.push((await post(subject, "/sign-in/email", guess, from)).status);
		}
		expect(statuses).toEqual([401, 401, 401, 429, 429]);
	});

	it("keeps better-auth's own organization endpoints shut", async () => {
		const subject = auth();
		const signedUp = await post(subject, "/sign-up/email", ada());
		const body = { name: "Backdoor", slug: "backdoor" };
		const headers = { cookie: cookies(signedUp) };
		const response = await post(subject, "/organization/create", body, headers);
		expect(response.status).toBe(404);
	});

	it("offers GitHub and Google exactly when they are configured", async () => {
		expect(auth().socialProviders).toEqual([]);
		const github = { clientId: "gh-id", clientSecret: "gh-secret" };
		const google = { clientId: "go-id", clientSecret: "go-secret" };
		const subject = auth({ social: { github, google } });
		expect(subject.socialProviders).toEqual(["github", "google"]);
		const body = (provider: string) => ({ provider, callbackURL: "/" });
		const answer = await post(subject, "/sign-in/social", body("github"));
		const { url } = (await answer.json()) as { url: string };
		expect(url).toMatch(/^https:\/\/github\.com\/login\/oauth\/authorize\?.*client_id=gh-id/);
		expect(url).toContain(encodeURIComponent(`${origin}/api/auth/callback/github`));
		const other = await post(auth(), "/sign-in/social", body("google"));
		expect(other.status).toBe(404);
	});

	it("checks its tables through its own adapter", async () => {
		await expect(auth().check()).resolves.toBeUndefined();
		const nowhere = createDatabase({ url: "postgres://x:y@127.0.0.1:9/x", connectTimeoutMs: 1000 });
		await expect(auth({ database: nowhere }).check()).rejects.toThrow();
		await nowhere.close();
	});
});
