import type { Address } from "./address.ts";
import type { RenderedMail } from "./layout.ts";
import type { TemplateName } from "./templates/index.ts";

export interface OutgoingMail extends RenderedMail {
	readonly id: string;
	readonly template: TemplateName;
	readonly from: Address;
	readonly to: Address;
	readonly sentAt: Date;
}

/** A way out for finished mails. */
export interface MailTransport {
	/** @throws AppError MAIL_FAILED. */
	deliver(mail: OutgoingMail): Promise<{ readonly messageId: string }>;
	/** @throws AppError MAIL_FAILED. */
	check(): Promise<void>;
	close(): Promise<void>;
}
