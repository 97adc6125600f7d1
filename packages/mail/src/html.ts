/** Text that is HTML already. */
export interface Html {
	readonly html: string;
}

const entities: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Escapes every value that is put in, unless it came from `html` itself. */
export function html(parts: TemplateStringsArray, ...values: (string | Html)[]): Html {
	const texts = values.map((value) => (typeof value === "string" ? escapeHtml(value) : value.html));
	return { html: String.raw({ raw: parts }, ...texts) };
}
