import { StringDecoder } from "node:string_decoder";

const maxLineLength = 64 * 1024;

/**
 * Cuts chunks into lines. A line longer than 64 KiB is handed over in pieces, so that a hostile
 * file cannot fill memory with one. `end()` hands over a last line without a line feed.
 */
export function lineReader(onLine: (line: string) => void) {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	const push = (text: string) => {
		const lines = (rest + text).split(/[\r\n]+/);
		rest = lines.pop() ?? "";
		for (const line of lines) if (line !== "") onLine(line);
		if (rest.length > maxLineLength) {
			onLine(rest);
			rest = "";
		}
	};
	return {
		write: (chunk: Buffer) => push(decoder.write(chunk)),
		end: () => {
			push(decoder.end());
			if (rest !== "") onLine(rest);
			rest = "";
		},
	};
}

/** Keeps only the last lines of a stream that may be endless. */
export function tail(maxLines: number) {
	const lines: string[] = [];
	return {
		add(line: string) {
			lines.push(line.slice(0, 500));
			if (lines.length > maxLines) lines.shift();
		},
		text: () => lines.join("\n"),
	};
}
