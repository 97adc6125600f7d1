import { AppError } from "@nuclom/core";
import { html } from "./html.ts";

export interface MailText {
	readonly subject: string;
	/** Paragraphs before the link. */
	readonly before: readonly string[];
	readonly link: { readonly label: string; readonly url: string };
	/** Paragraphs after it. */
	readonly after: readonly string[];
}

export interface RenderedMail {
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	/** The one link that the mail is about. */
	readonly url: string;
}

const font = "font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
// No color and no background but on the button, which has the accent of the app: the reader's own
// light or dark colors stay, and a client that inverts colors has nothing to get wrong.
const button =
	"display:inline-block;padding:10px 20px;border-radius:8px;background:#6750e1;color:#ffffff;text-decoration:none;font-weight:600";

/** The same words as plain text and as HTML. */
export function renderMail({ subject, before, link, after }: MailText): RenderedMail {
	const url = webAddress(link.url);
	const text = [...before, `${link.label}:\n${url}`, ...after].join("\n\n");
	const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body style="margin:0;padding:32px 24px;${font}">
<div style="max-width:520px">
${paragraphs(before)}
<p style="margin:24px 0"><a href="${url}" style="${button}">${link.label}</a></p>
${paragraphs(after)}
<p style="margin:24px 0 0;font-size:13px;opacity:.75">If the button does not work, open this address:<br><a href="${url}" style="color:inherit;word-break:break-all">${url}</a></p>
</div>
</body>
</html>`;
	return { subject, text: `${text}\n`, html: body.html, url };
}

function paragraphs(texts: readonly string[]) {
	const rendered = texts.map((text) => html`<p style="margin:0 0 16px">${text}</p>`.html);
	return { html: rendered.join("\n") };
}

/** Only addresses of the web: a link in a mail is clicked without a look. */
function webAddress(text: string): string {
	const url = URL.parse(text);
	if (url?.protocol === "https:" || url?.protocol === "http:") return url.href;
	throw new AppError("INPUT_INVALID", "The link of a mail must be a web address.");
}
