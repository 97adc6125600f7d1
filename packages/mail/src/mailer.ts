import { type Clock, type Logger, newId, silentLogger, systemClock } from "@nuclom/core";
import { type Address, oneLine, parseAddress } from "./address.ts";
import { outboxTransport } from "./outbox.ts";
import type { MailTransport } from "./outgoing.ts";
import { type RetryOptions, smtpTransport } from "./smtp.ts";
import { type MailContent, render } from "./templates/index.ts";

type TransportOptions =
	/** `smtp://` (STARTTLS when offered; demanded with a password) or `smtps://`. */
	| { readonly kind: "smtp"; readonly url: string; readonly from: string }
	| { readonly kind: "outbox"; readonly dir: string; readonly from: string };

export interface MailerOptions {
	readonly transport: TransportOptions;
	readonly logger?: Logger;
	readonly clock?: Clock;
	/** For SMTP: 3 more tries, the first after half a second. */
	readonly retry?: RetryOptions;
}

export type Mail = { readonly to: string | Address } & MailContent;

export interface Mailer {
	/**
	 * Sends one mail to one person.
	 * @throws AppError INPUT_INVALID (address, names, link) or MAIL_FAILED, whose `isRetryable` says
	 * whether trying later makes sense.
	 */
	send(mail: Mail): Promise<{ readonly messageId: string }>;
	/** @throws AppError MAIL_FAILED when the server does not answer or does not let us in. */
	check(): Promise<void>;
	close(): Promise<void>;
}

/** @throws AppError INPUT_INVALID when `from` is no address. */
export function createMailer(options: MailerOptions): Mailer {
	const { clock = systemClock } = options;
	const from = parseAddress(options.transport.from);
	const transport = openTransport(options);
	return {
		async send(mail) {
			const to = parseAddress(mail.to);
			const rendered = render(mail);
			oneLine(rendered.subject);
			const { template } = mail;
			const sentAt = clock.now();
			return transport.deliver({ ...rendered, id: newId(), template, from, to, sentAt });
		},
		check: () => transport.check(),
		close: () => transport.close(),
	};
}

function openTransport(options: MailerOptions): MailTransport {
	const { transport, logger = silentLogger, retry = { retries: 3, delayMs: 500 } } = options;
	if (transport.kind === "outbox") return outboxTransport(transport.dir, logger);
	return smtpTransport(transport.url, retry, logger);
}
