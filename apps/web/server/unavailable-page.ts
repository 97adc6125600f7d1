import type { ServerResponse } from "node:http";
import { toAppError } from "@nuclom/api";

const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center;
	font: 15px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText }
main { max-width: 26rem; padding: 2rem }
h1 { font-size: 1.25rem; margin: 0 0 .5rem }
p { margin: 0 0 1rem; opacity: .8 }
code { font-size: .8125rem; opacity: .6; overflow-wrap: anywhere }`;

/** A page that needs neither Next nor a database, and tries again by itself. */
export function sendUnavailablePage(
	response: ServerResponse,
	error: unknown,
	requestId: string,
): void {
	const { code, message, hint = "", status } = toAppError(error);
	const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5">
<title>Nuclom is not available</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(message)}</h1><p>${escapeHtml(hint)} This page tries again by itself.</p>
<code>${code} · ${escapeHtml(requestId)}</code></main></body></html>`;
	response.writeHead(status, {
		"content-type": "text/html; charset=utf-8",
		"content-length": Buffer.byteLength(html),
		"cache-control": "no-store",
		"retry-after": "5",
	});
	response.end(html);
}
