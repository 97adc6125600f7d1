import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixedClock, type Logger, newId } from "@nuclom/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMailer, listOutbox, type Mail, readOutbox } from "./index.ts";

const from = "Nuclom <hello@nuclom.example>";
const url = "https://nuclom.example/verify?token=t";
const mail = (name: string): Mail => ({
	to: "ann@example.com",
	template: "verify-email",
	data: { name, url, expiresInMs: 3_600_000 },
});

let root: string;
let dir: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), "nuclom-outbox-"));
	dir = join(root, "deep", "outbox");
});
afterEach(() => rm(root, { recursive: true, force: true }));

function recordingLogger(lines: unknown[]): Logger {
	const write = (fields: unknown, message: string) => lines.push([message, fields]);
	return {
		debug: write,
		info: write,
		warn: write,
		error: write,
		child: () => recordingLogger(lines),
	};
}

describe("the outbox", () => {
	it("keeps the mail as a private file and prints subject, recipient and link", async () => {
		const lines: unknown[] = [];
		const clock = fixedClock("2026-11-23T00:00:00.000Z");
		const transport = { kind: "outbox", dir, from } as const;
		const mailer = createMailer({ transport, clock, logger: recordingLogger(lines) });
		await mailer.check();
		const { messageId } = await mailer.send(mail("Ann"));
		await mailer.close();

		const kept = await readOutbox(dir, messageId);
		expect(kept).toMatchObject({
			id: messageId,
			template: "verify-email",
			from: { name: "Nuclom", address: "hello@nuclom.example" },
			to: { address: "ann@example.com" },
			subject: "Confirm your e-mail address",
			url,
			sentAt: "2026-11-23T00:00:00.000Z",
		});
		expect(kept.text).toContain("Hello Ann,");
		expect((await stat(join(dir, `${messageId}.json`))).mode & 0o777).toBe(0o600);
		expect(lines).toEqual([
			[
				"A mail was put in the outbox.",
				{ to: "ann@example.com", subject: "Confirm your e-mail address", url },
			],
		]);
	});

	it("lists the newest first and keeps no more than 200", async () => {
		const mailer = createMailer({ transport: { kind: "outbox", dir, from } });
		const sent: string[] = [];
		for (let index = 0; index < 205; index += 1) {
			sent.push((await mailer.send(mail(`Person ${index}`))).messageId);
		}
		const listed = (await listOutbox(dir)).map((kept) => kept.id);
		expect(listed).toEqual(sent.slice(5).reverse());
		expect(await readdir(dir)).toHaveLength(200);
	});

	it("takes mails from several writers at once", async () => {
		const mailers = [1, 2, 3].map(() => createMailer({ transport: { kind: "outbox", dir, from } }));
		const sends = Array.from({ length: 30 }, (_, index) => mailers[index % 3]?.send(mail("Ann")));
		await Promise.all(sends);
		expect(await listOutbox(dir)).toHaveLength(30);
	});

	it("is empty before the first mail, and ignores files of others", async () => {
		expect(await listOutbox(dir)).toEqual([]);
		await writeFile(join(root, "notes.json"), "not a mail");
		expect(await listOutbox(root)).toEqual([]);
	});

	it.each(["../secrets", "..%2Fsecrets", "", newId()])("has no mail %j", async (id) => {
		await writeFile(join(root, "secrets.json"), "{}");
		await expect(readOutbox(dir, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
	});

	it("says so when it cannot be written", async () => {
		await writeFile(join(root, "file"), "");
		const transport = { kind: "outbox", dir: join(root, "file"), from } as const;
		const mailer = createMailer({ transport });
		await expect(mailer.send(mail("Ann"))).rejects.toMatchObject({ code: "MAIL_FAILED" });
		await expect(mailer.check()).rejects.toMatchObject({ code: "MAIL_FAILED" });
	});
});

describe("a mailer", () => {
	it("refuses bad addresses and line breaks before anything is sent", async () => {
		const mailer = createMailer({ transport: { kind: "outbox", dir, from } });
		const to = "ann@example.com\r\nBcc: bob@example.com";
		await expect(mailer.send({ ...mail("Ann"), to })).rejects.toMatchObject({
			code: "INPUT_INVALID",
		});
		const joined: Mail = {
			to: "ann@example.com",
			template: "member-joined",
			data: { memberName: "Bob\r\nBcc: eve@example.com", organizationName: "Reel", url },
		};
		await expect(mailer.send(joined)).rejects.toMatchObject({ code: "INPUT_INVALID" });
		expect(await listOutbox(dir)).toEqual([]);
	});

	it("refuses a sender that is no address", () => {
		const transport = { kind: "outbox", dir, from: "Nuclom" } as const;
		expect(() => createMailer({ transport })).toThrow("not an e-mail address");
	});
});
