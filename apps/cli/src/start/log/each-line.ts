import type { Readable } from "node:stream";

/**
 * Hands over the whole lines of each chunk, without their ends; a last one may lack it. Resolves when
 * the stream ends. Not node:readline: it also splits at U+2028, which JSON leaves in its strings.
 */
export async function eachLine(
	stream: Readable,
	take: (lines: readonly string[]) => void,
): Promise<void> {
	let rest = "";
	stream.setEncoding("utf8");
	for await (const chunk of stream) {
		const lines = `${rest}${chunk}`.split("\n");
		rest = lines.pop() ?? "";
		if (lines.length > 0) take(lines);
	}
	if (rest) take([rest]);
}
