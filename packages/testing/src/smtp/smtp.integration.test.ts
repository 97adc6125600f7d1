import { createTransport } from "nodemailer";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isListening } from "../net.ts";
import { startSmtp, type TestSmtp } from "./smtp.ts";

let smtp: TestSmtp;
beforeEach(async () => {
	smtp = await startSmtp();
});
afterEach(() => smtp.close());

const mail = {
	from: "Nuclom <no-reply@example.com>",
	to: ["Ana <ana@example.com>", "bo@example.com"],
	bcc: "hidden@example.com",
	subject: "Grüße ✓",
	text: "Open https://example.com/a?b=1 or https://example.com/c.",
	html: "<p>Hello</p>",
	attachments: [{ filename: "note.txt", content: "attached" }],
};
const send = (url = smtp.url) => createTransport(url).sendMail(mail);

it("keeps what it is sent, parsed", async () => {
	const arriving = smtp.waitFor(({ subject }) => subject === mail.subject);
	await send();
	const received = await arriving;
	expect(received).toMatchObject({
		envelope: {
			from: "no-reply@example.com",
			to: ["ana@example.com", "bo@example.com", "hidden@example.com"],
		},
		from: '"Nuclom" <no-reply@example.com>',
		to: ["ana@example.com", "bo@example.com"],
		links: ["https://example.com/a?b=1", "https://example.com/c."],
	});
	expect(received.html).toContain("<p>Hello</p>");
	expect(received.headers["mime-version"]).toBe("1.0");
	expect(received.attachments.map(String)).toHaveLength(1);
	expect(received.attachments[0]?.content.toString()).toBe("attached");
	smtp.clear();
	expect(smtp.messages).toEqual([]);
});

it.each([
	["reject", { responseCode: 550 }],
	["defer", { responseCode: 451 }],
	["drop", { code: "ECONNECTION" }],
] as const)("fails once on demand: %s", async (fault, expected) => {
	smtp.failNext(fault);
	await expect(send()).rejects.toMatchObject(expected);
	expect(smtp.messages).toEqual([]);
	await send();
	expect(smtp.messages).toHaveLength(1);
});

it("asks for the login that it was given", async () => {
	await using guarded = await startSmtp({ login: { user: "me@x", password: "p/w" } });
	await send(guarded.url);
	expect(guarded.messages).toHaveLength(1);
	const wrong = guarded.url.replace("p%2Fw", "nope");
	await expect(send(wrong)).rejects.toMatchObject({ responseCode: 535 });
	await expect(send(`smtp://127.0.0.1:${guarded.port}`)).rejects.toThrow();
});

it("is gone after close", async () => {
	await smtp.close();
	expect(await isListening(smtp.port)).toBe(false);
	smtp = await startSmtp();
});
