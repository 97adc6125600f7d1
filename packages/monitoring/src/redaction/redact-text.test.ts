import { describe, expect, it } from "vitest";
import { redactPersonalText, redactText } from "./redact-text.ts";

describe("redactText", () => {
	it.each([
		[
			"postgres://nuclom:p@ss:w0rd@db.internal:5432/nuclom?sslmode=require",
			"postgres://nuclom:[redacted]@db.internal:5432/nuclom?sslmode=require",
		],
		["redis://:hunter2@127.0.0.1:6379", "redis://:[redacted]@127.0.0.1:6379"],
		[
			"host=db user=nuclom password='a b' dbname=x",
			"host=db user=nuclom password=[redacted] dbname=x",
		],
		[
			"GET https://r2.example/videos/a.mp4?partNumber=1&X-Amz-Credential=AK%2F2026&X-Amz-Signature=abc123 failed",
			"GET https://r2.example/videos/a.mp4?partNumber=1&X-Amz-Credential=[redacted]&X-Amz-Signature=[redacted] failed",
		],
		["/storage/key?expires=1&sig=0a1b#t=3", "/storage/key?expires=1&sig=[redacted]#t=3"],
		["/reset?token=abc&next=/home", "/reset?token=[redacted]&next=/home"],
		["/callback#access_token=abc", "/callback#access_token=[redacted]"],
		[
			'{"email":"a@b.co","password":"p\\"w","n":1}',
			'{"email":"a@b.co","password":"[redacted]","n":1}',
		],
		['body "{\\"token\\":\\"abc\\",\\"n\\":1}"', 'body "{\\"token\\":\\"[redacted]\\",\\"n\\":1}"'],
		["Authorization: Bearer abcdef.ghi-jkl", "Authorization: [redacted]"],
		["sent Bearer eyJhbGciOi.J9.x to it", "sent Bearer [redacted] to it"],
		["Cookie: session=1; theme=dark\nAccept: */*", "Cookie: [redacted]\nAccept: */*"],
		["key nk_0123456789abcdef, sk-proj-0123456789abc", "key [redacted], [redacted]"],
	])("%s", (text, expected) => {
		expect(redactText(text)).toBe(expected);
	});

	it.each([
		"uploaded 3 parts of videos/a/b in 120 ms",
		"https://nuclom.example/acme/videos/0189?t=63000",
		"signal SIGTERM, signature checked",
		"time: 12:30, ratio 3:4, user@host",
	])("leaves %j as it is", (text) => {
		expect(redactText(text)).toBe(text);
	});

	it("cuts what nobody will read", () => {
		const text = redactText("a".repeat(20_000));
		expect(text).toHaveLength(16_384 + "… (3616 more)".length);
	});

	it("removes a private key", () => {
		const text = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----";
		expect(redactText(`key: ${text}`)).not.toContain("MIIE");
	});
});

describe("redactPersonalText", () => {
	it("also removes e-mail addresses", () => {
		expect(redactPersonalText("no user ana.b+x@mail.example.com, or bo@x.io.")).toBe(
			"no user [e-mail], or [e-mail].",
		);
	});

	it("knows a package's version from a person's address", () => {
		const frame = "node_modules/.pnpm/openai@7.57.0_zod@4.6.7/node_modules/openai/index.mjs";
		expect(redactPersonalText(frame)).toBe(frame);
	});
});
