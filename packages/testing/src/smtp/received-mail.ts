import type { AddressObject, ParsedMail } from "mailparser";
import type { SMTPServerSession } from "smtp-server";

export interface ReceivedMail {
	/** Addresses of the envelope: where the mail really went. */
	readonly envelope: { readonly from: string; readonly to: readonly string[] };
	/** The header as written, such as `Nuclom <no-reply@example.com>`. */
	readonly from: string;
	readonly to: readonly string[];
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	/** Every http(s) address in the plain text, in order. */
	readonly links: readonly string[];
	/** Lower-case names; repeated headers are joined by a line break. */
	readonly headers: Readonly<Record<string, string>>;
	readonly attachments: readonly { readonly fileName: string; readonly content: Buffer }[];
	readonly raw: Buffer;
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
	const objects = field === undefined ? [] : [field].flat();
	return objects.flatMap(({ value }) => value.map(({ address = "" }) => address));
}

function headersOf(mail: ParsedMail): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const { key, line } of mail.headerLines) {
		const value = line.slice(line.indexOf(":") + 1).trim();
		headers[key] = key in headers ? `${headers[key]}\n${value}` : value;
	}
	return headers;
}

export function toReceivedMail(
	mail: ParsedMail,
	{ envelope }: SMTPServerSession,
	raw: Buffer,
): ReceivedMail {
	const text = mail.text ?? "";
	return {
		envelope: {
			from: envelope.mailFrom ? envelope.mailFrom.address : "",
			to: envelope.rcptTo.map(({ address }) => address),
		},
		from: mail.from?.text ?? "",
		to: addresses(mail.to),
		subject: mail.subject ?? "",
		text,
		html: mail.html || "",
		links: text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [],
		headers: headersOf(mail),
		attachments: mail.attachments.map(({ filename = "", content }) => ({
			fileName: filename,
			content,
		})),
		raw,
	};
}
