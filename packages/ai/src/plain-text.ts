// Control characters, and the marks that turn the direction of text and so hide what it says.
// Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji need them.
const unsafe =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point.
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** One line of plain text: no control characters, single spaces, trimmed. */
export function oneLine(text: string): string {
	return text.replace(unsafe, "").replace(/\s+/g, " ").trim();
}

/**
 * What a model wrote, as plain text of at most `limit` characters: Markdown's and HTML's marks are
 * taken off, and a link keeps its words but not its address, so that words in a video cannot
 * plant a link in a summary.
 */
export function plainText(text: string, limit: number): string {
	const bare = text
		.replace(/<\/?[a-z][^<>]{0,500}>/gi, "")
		.replace(/!?\[([^\][]*)\]\([^()]*\)/g, "$1")
		.replace(/^\s{0,3}(#{1,6}|>|[-*+])\s+/gm, "")
		.replace(/(\*\*|__|`+)/g, "");
	return truncate(oneLine(bare), limit);
}

function truncate(text: string, limit: number): string {
	const characters = [...text];
	return characters.length <= limit
		? text
		: `${characters
				.slice(0, limit - 1)
				.join("")
				.trimEnd()}…`;
}
