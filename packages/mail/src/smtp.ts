import { isIP } from "node:net";
import { AppError, type Logger } from "@nuclom/core";
import { createTransport, type NodemailerError } from "nodemailer";
import pRetry from "p-retry";
import type { MailTransport, OutgoingMail } from "./outgoing.ts";

export interface RetryOptions {
	/** Tries after the first one. */
	readonly retries: number;
	/** Wait before the second try; doubled each time. */
	readonly delayMs: number;
}

/** Sends over SMTP, and tries again what may pass: a server that is away, or answers 4xx. */
export function smtpTransport(url: string, retry: RetryOptions, logger: Logger): MailTransport {
	const transport = createTransport({
		url,
		requireTLS: needsEncryption(url),
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 30_000,
		// A template cannot make the server read a file or fetch an address.
		disableFileAccess: true,
		disableUrlAccess: true,
	});

	return {
		async deliver(mail) {
			const message = toMessage(mail);
			try {
				await pRetry(() => transport.sendMail(message), {
					retries: retry.retries,
					minTimeout: retry.delayMs,
					randomize: true,
					shouldRetry: ({ error }) => isTransient(error),
					onFailedAttempt: ({ error, attemptNumber, retriesLeft }) =>
						logger.warn({ err: error, attemptNumber, retriesLeft }, "A mail was not accepted."),
				});
			} catch (error) {
				throw mailFailed(error);
			}
			return { messageId: message.messageId };
		},
		async check() {
			await transport.verify().catch((error) => Promise.reject(mailFailed(error)));
		},
		async close() {
			transport.close();
		},
	};
}

function toMessage(mail: OutgoingMail) {
	const domain = mail.from.address.split("@").at(-1);
	return {
		// The same on every try, so that a mail that was taken twice is shown once.
		messageId: `<${mail.id}@${domain}>`,
		date: mail.sentAt,
		from: { name: mail.from.name ?? "", address: mail.from.address },
		to: { name: mail.to.name ?? "", address: mail.to.address },
		subject: mail.subject,
		text: mail.text,
		html: mail.html,
		// RFC 3834: asks absence notes not to answer.
		headers: { "Auto-Submitted": "auto-generated" },
	};
}

/** A password does not cross a network in the clear: then the server must offer STARTTLS. */
function needsEncryption(url: string): boolean {
	const { username, hostname } = new URL(url);
	return username !== "" && !isLoopback(hostname);
}

function isLoopback(hostname: string): boolean {
	const host = hostname.replace(/^\[|\]$/g, "");
	return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

const passing = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS"]);

/** RFC 5321: 4yz is "try again", 5yz is "do not". Without an answer it is the connection's doing. */
function isTransient(error: unknown): boolean {
	const { responseCode, code } = error as NodemailerError;
	if (responseCode) return responseCode >= 400 && responseCode < 500;
	return passing.has(code ?? "");
}

function mailFailed(cause: unknown): AppError {
	const isRetryable = isTransient(cause);
	return new AppError(
		"MAIL_FAILED",
		isRetryable ? "The mail server cannot be reached now." : "The mail server refused the mail.",
		{
			hint: isRetryable ? "Try again in a few minutes." : "Check the address and SMTP_URL.",
			cause,
			isRetryable,
		},
	);
}
