import { toAppError } from "@nuclom/api";
import { parseTheme, themeCookie } from "../lib/theme/theme.ts";

const retryAfterSeconds = 5;

const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

// The colors of globals.css, which cannot be asked for here. Contrasts: at least 4.5:1 in both.
const style = `
:root { color-scheme: light dark }
:root[data-theme=light] { color-scheme: light }
:root[data-theme=dark] { color-scheme: dark }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; text-align: center;
	font: 14px/1.45 ui-sans-serif, system-ui, sans-serif;
	background: light-dark(oklch(.98 .003 265), oklch(.175 .009 265));
	color: light-dark(oklch(.465 .016 265), oklch(.735 .013 265)) }
main { max-width: 24rem; padding: 4rem 1.5rem }
svg { width: 2rem; height: 2rem; margin-bottom: 1rem; stroke: currentColor }
svg path + path { stroke: light-dark(oklch(.55 .215 284), oklch(.7 .17 286)) }
h1, b { color: light-dark(oklch(.215 .016 265), oklch(.945 .005 265)) }
h1 { text-wrap: balance; font-size: 1.25rem; line-height: 1.3; margin: .25rem 0 .5rem }
p { margin: 0 0 .75rem }
code, b { font: .8125rem/1.45 ui-monospace, monospace; overflow-wrap: anywhere }
a { display: inline-block; margin: .75rem 0 1.75rem; padding: 0 1rem; border-radius: 6px;
	font-weight: 500; line-height: 2.75rem; text-decoration: none; color: #fff;
	background: light-dark(oklch(.52 .215 284), oklch(.56 .205 284)) }
a:focus-visible { outline: 2px solid light-dark(oklch(.55 .215 284), oklch(.7 .17 286));
	outline-offset: 2px }`;

const mark = `<svg viewBox="0 0 24 24" fill="none" stroke-linecap="round" stroke-width="2.5" aria-hidden="true">
<path d="M4 10v4M8 7.5v9M16 7.5v9M20 10v4"/><path d="M12 3v18"/></svg>`;

export interface UnavailablePage {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly html: string;
}

export interface PageAsked {
	readonly requestId: string;
	/** Knows the theme. */
	readonly cookie: string | null | undefined;
	/** Of the page's content policy; without it no script runs, and the link is left. */
	readonly nonce: string | undefined;
}

// Not <meta http-equiv=refresh>, which takes the page away under a reader (WCAG F41), again and again.
const script = `setInterval(async () => {
	const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
	if (answer && answer.status !== 503) location.reload();
}, ${retryAfterSeconds * 1000});`;

function themeOf({ cookie }: PageAsked): string {
	const pattern = new RegExp(`(?:^|;\\s*)${themeCookie}=(\\w+)`);
	return parseTheme(pattern.exec(cookie ?? "")?.[1]);
}

/** A page that needs neither Next nor a database, and tries again by itself. */
export function unavailablePage(error: unknown, asked: PageAsked): UnavailablePage {
	const { code, message, hint = "", status } = toAppError(error);
	const html = `<!doctype html><html lang="en" data-theme="${themeOf(asked)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>Not available · Nuclom</title><style>${style}</style></head>
<body><main>${mark}<p><code>${status}</code></p><h1>Nuclom is not available just now</h1>
<p>${escapeHtml(message)} ${escapeHtml(hint)} This page tries again by itself.</p>
<p><a href="">Try again now</a></p>
<p>If it stays like this, tell your administrator the request id:<br><b>${escapeHtml(asked.requestId)}</b></p>
<p><code>${code}</code></p></main>
<script nonce="${escapeHtml(asked.nonce ?? "")}">${script}</script></body></html>`;
	const headers = {
		"content-type": "text/html; charset=utf-8",
		"cache-control": "no-store",
		"retry-after": String(retryAfterSeconds),
	};
	return { status, headers, html };
}
