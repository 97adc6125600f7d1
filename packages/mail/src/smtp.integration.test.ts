import { silentLogger } from "@nuclom/core";
import { startFaultProxy, startSmtp, type TestSmtp } from "@nuclom/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMailer, type Mail, type Mailer } from "./index.ts";

const url = "https://nuclom.example/verify?token=t&next=/";
const mail: Mail = {
	to: { name: "Ann Example, Jr.", address: "ann@example.com" },
	template: "verify-email",
	data: { name: "Ann", url, expiresInMs: 3_600_000 },
};

let smtp: TestSmtp;
let warnings: unknown[];
let mailers: Mailer[];
beforeEach(async () => {
	smtp = await startSmtp();
	warnings = [];
	mailers = [];
});
afterEach(async () => {
	await Promise.all(mailers.map((mailer) => mailer.close()));
	await smtp.close();
});

function mailer(address = smtp.url): Mailer {
	const transport = { kind: "smtp", url: address, from: "Nuclom <hello@nuclom.example>" } as const;
	const logger = { ...silentLogger, warn: (fields: unknown) => warnings.push(fields) };
	const created = createMailer({ transport, logger, retry: { retries: 3, delayMs: 10 } });
	mailers.push(created);
	return created;
}

describe("over SMTP", () => {
	it("delivers text and HTML to one recipient", async () => {
		const { messageId } = await mailer().send(mail);
		const received = await smtp.waitFor(() => true);
		expect(received).toMatchObject({
			envelope: { from: "hello@nuclom.example", to: ["ann@example.com"] },
			from: '"Nuclom" <hello@nuclom.example>',
			to: ["ann@example.com"],
			subject: "Confirm your e-mail address",
			links: [url],
		});
		expect(received.text).toContain("Hello Ann,");
		expect(received.html).toContain(`href="${url.replaceAll("&", "&amp;")}"`);
		expect(received.headers["message-id"]).toBe(messageId);
		expect(received.headers["auto-submitted"]).toBe("auto-generated");
		expect(messageId).toMatch(/^<[0-9a-f-]{36}@nuclom\.example>$/);
	});

	it("writes names of any script into subject and header", async () => {
		await mailer().send({
			to: "ann@example.com",
			template: "member-joined",
			data: { memberName: "李 Jörg", organizationName: "Söhne & \u{1f3ac}", url },
		});
		const received = await smtp.waitFor(() => true);
		expect(received.subject).toBe("李 Jörg joined Söhne & \u{1f3ac}");
	});

	it.each(["defer", "drop"] as const)("tries again when the server says %s", async (fault) => {
		smtp.failNext(fault, 2);
		const { messageId } = await mailer().send(mail);
		expect(smtp.messages.map((received) => received.headers["message-id"])).toEqual([messageId]);
		expect(warnings).toHaveLength(2);
	});

	it("does not try again when the server says no", async () => {
		smtp.failNext("reject");
		await expect(mailer().send(mail)).rejects.toMatchObject({
			code: "MAIL_FAILED",
			isRetryable: false,
		});
		expect(warnings).toHaveLength(1);
		expect(smtp.messages).toEqual([]);
	});

	it("gives up in the end, and says that later may be better", async () => {
		smtp.failNext("defer", 4);
		await expect(mailer().send(mail)).rejects.toMatchObject({
			code: "MAIL_FAILED",
			isRetryable: true,
		});
		expect(warnings).toHaveLength(4);
	});

	it("waits out a server that is away for a moment", async () => {
		await using proxy = await startFaultProxy({ target: smtp.url });
		const away = mailer(proxy.url);
		await proxy.setFault({ kind: "refuse" });
		await expect(away.check()).rejects.toMatchObject({ code: "MAIL_FAILED", isRetryable: true });
		await expect(away.send(mail)).rejects.toMatchObject({ code: "MAIL_FAILED", isRetryable: true });
		await proxy.setFault(undefined);
		await proxy.setFault({ kind: "cut", afterBytes: 100, direction: "up", once: true });
		await away.send(mail);
		expect(smtp.messages).toHaveLength(1);
	});
});

describe("a login", () => {
	const login = { user: "nuclom", password: "p@ss/word" };

	it("is used, and a wrong one is final", async () => {
		await using guarded = await startSmtp({ login });
		const right = mailer(guarded.url);
		await right.check();
		await right.send(mail);
		expect(guarded.messages).toHaveLength(1);
		const wrong = mailer(guarded.url.replace(encodeURIComponent(login.password), "wrong"));
		const refused = { code: "MAIL_FAILED", isRetryable: false };
		await expect(wrong.check()).rejects.toMatchObject(refused);
		await expect(wrong.send(mail)).rejects.toMatchObject(refused);
		expect(warnings).toHaveLength(1);
	});

	it("does not cross a network without encryption", async () => {
		await using guarded = await startSmtp({ login });
		// Not loopback by its looks, so it stands for another machine; the server offers no STARTTLS.
		const elsewhere = mailer(guarded.url.replace("127.0.0.1", "0.0.0.0"));
		await expect(elsewhere.send(mail)).rejects.toMatchObject({
			code: "MAIL_FAILED",
			isRetryable: false,
			cause: { code: "ETLS" },
		});
		expect(guarded.messages).toEqual([]);
	});
});
