import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError, isId, type Logger } from "@nuclom/core";
import type { Address } from "./address.ts";
import type { MailTransport, OutgoingMail } from "./outgoing.ts";

/** A mail as the outbox keeps it. */
export interface OutboxMail {
	readonly id: string;
	readonly template: string;
	readonly from: Address;
	readonly to: Address;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly url: string;
	/** ISO 8601. */
	readonly sentAt: string;
}

const keep = 200;
const ending = ".json";

/** For development: prints the mail to the log and keeps the newest 200 as files in `dir`. */
export function outboxTransport(dir: string, logger: Logger): MailTransport {
	return {
		async deliver(mail) {
			try {
				await mkdir(dir, { recursive: true });
				await writeWhole(join(dir, `${mail.id}${ending}`), mail);
				await dropOld(dir);
			} catch (cause) {
				throw unwritable(cause);
			}
			const { subject, to, url } = mail;
			logger.info({ to: to.address, subject, url }, "A mail was put in the outbox.");
			return { messageId: mail.id };
		},
		async check() {
			await mkdir(dir, { recursive: true }).catch((cause) => Promise.reject(unwritable(cause)));
		},
		close: async () => {},
	};
}

/** The mails in the outbox, newest first; none when there is no outbox yet. */
export async function listOutbox(dir: string): Promise<OutboxMail[]> {
	const mails = await Promise.all((await ids(dir)).reverse().map((id) => load(dir, id)));
	return mails.filter((mail) => mail !== undefined);
}

/** @throws AppError NOT_FOUND for an id that is not there, or is no id. */
export async function readOutbox(dir: string, id: string): Promise<OutboxMail> {
	const mail = isId(id) ? await load(dir, id) : undefined;
	if (mail) return mail;
	throw new AppError("NOT_FOUND", "There is no such mail in the outbox.", {
		hint: "The outbox keeps the newest 200 mails.",
	});
}

/** Ids are UUIDv7, so their order is that of time. */
async function ids(dir: string): Promise<string[]> {
	const names = await readdir(dir).catch(emptyIfMissing);
	return names
		.filter((name) => name.endsWith(ending) && isId(name.slice(0, -ending.length)))
		.map((name) => name.slice(0, -ending.length))
		.sort();
}

async function load(dir: string, id: string): Promise<OutboxMail | undefined> {
	try {
		return JSON.parse(await readFile(join(dir, `${id}${ending}`), "utf8")) as OutboxMail;
	} catch (error) {
		// Dropped by another process since the folder was read.
		if (isMissing(error)) return undefined;
		throw error;
	}
}

/** A reader sees the whole file or none. */
async function writeWhole(path: string, mail: OutgoingMail): Promise<void> {
	await writeFile(`${path}.part`, JSON.stringify(mail, null, "\t"), { mode: 0o600 });
	await rename(`${path}.part`, path);
}

async function dropOld(dir: string): Promise<void> {
	const old = (await ids(dir)).slice(0, -keep);
	await Promise.all(old.map((id) => rm(join(dir, `${id}${ending}`), { force: true })));
}

function isMissing(error: unknown): boolean {
	return (error as NodeJS.ErrnoException)?.code === "ENOENT";
}

function emptyIfMissing(error: unknown): string[] {
	if (isMissing(error)) return [];
	throw error;
}

function unwritable(cause: unknown): AppError {
	return new AppError("MAIL_FAILED", "The mail could not be put in the outbox.", {
		hint: "Check that the outbox folder can be written.",
		cause,
	});
}
