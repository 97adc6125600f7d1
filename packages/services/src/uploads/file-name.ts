const longest = 200;

/**
 * A file's own name, fit to be shown and offered for download: the last path component,
 * without control characters, at most 200 characters with its extension kept.
 * It is metadata only; keys never contain it.
 */
export function cleanFileName(given: string): string {
	const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
	const visible = last.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, "").trim();
	const name = /^\.*$/.test(visible) ? "video" : visible;
	const characters = [...name];
	if (characters.length <= longest) return name;
	const dot = name.lastIndexOf(".");
	const extension = dot > 0 ? [...name.slice(dot)].slice(0, 16) : [];
	return [...characters.slice(0, longest - extension.length), ...extension].join("");
}

/** A title from a file name: "Q3 review.final.mp4" → "Q3 review.final". */
export function titleFromFileName(fileName: string): string {
	const title = fileName.replace(/\.[A-Za-z0-9]{1,8}$/, "").trim();
	return title || fileName;
}
