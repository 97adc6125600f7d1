import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startOidcProvider, type TestOidcProvider } from "./oidc.ts";

let provider: TestOidcProvider;
let endpoints: Record<string, string>;
beforeAll(async () => {
	provider = await startOidcProvider();
	const url = `${provider.issuer}/.well-known/openid-configuration`;
	endpoints = (await (await fetch(url)).json()) as Record<string, string>;
});
afterAll(() => provider.close());

const verifier = randomBytes(32).toString("base64url");
const redirect_uri = "http://127.0.0.1:1/callback";

async function authorize(): Promise<URLSearchParams> {
	const url = new URL(endpoints.authorization_endpoint ?? "");
	url.search = new URLSearchParams({
		response_type: "code",
		client_id: "nuclom",
		redirect_uri,
		scope: "openid email",
		state: "state-1",
		code_challenge: createHash("sha256").update(verifier).digest("base64url"),
		code_challenge_method: "S256",
	}).toString();
	const answer = await fetch(url, { redirect: "manual" });
	return new URL(answer.headers.get("location") ?? "").searchParams;
}

async function exchange(code: string, code_verifier = verifier) {
	const body = new URLSearchParams({
		grant_type: "authorization_code",
		client_id: "nuclom",
		code,
		redirect_uri,
		code_verifier,
	});
	const answer = await fetch(endpoints.token_endpoint ?? "", { method: "POST", body });
	return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const claimsOf = (token = "") =>
	JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());

it("signs in whoever is set, with PKCE", async () => {
	provider.setClaims({ sub: "ana", email: "ana@example.com", email_verified: false });
	const back = await authorize();
	expect(back.get("state")).toBe("state-1");
	const { body } = await exchange(back.get("code") ?? "");
	expect(claimsOf(body.id_token)).toMatchObject({ iss: provider.issuer, sub: "ana" });
	const userinfo = await fetch(endpoints.userinfo_endpoint ?? "", {
		headers: { authorization: `Bearer ${body.access_token}` },
	});
	expect(await userinfo.json()).toEqual({
		sub: "ana",
		email: "ana@example.com",
		email_verified: false,
	});
});

it("refuses a wrong verifier", async () => {
	const code = (await authorize()).get("code") ?? "";
	expect((await exchange(code, `${verifier.slice(1)}x`)).status).toBe(400);
});

it("fails once on demand at each step", async () => {
	provider.failNext("denied");
	const back = await authorize();
	expect([back.get("error"), back.get("code")]).toEqual(["access_denied", null]);
	const code = (await authorize()).get("code") ?? "";
	provider.failNext("token");
	expect(await exchange(code)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
	provider.failNext("userinfo");
	const headers = { authorization: "Bearer x" };
	expect((await fetch(endpoints.userinfo_endpoint ?? "", { headers })).status).toBe(500);
});
