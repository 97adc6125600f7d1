import { type LogDestination, prettyDestination } from "@nuclom/monitoring";

export interface TerminalOptions {
	readonly isPretty: boolean;
	readonly output: LogDestination;
}

// The logger writes the level first; most lines are these, and are not parsed.
const quiet = /^\{"level":"(debug|info)"/;
const loud = /^\{"level":"(warn|error)"/;

/**
 * Shows a line that somebody should read: a warning, an error, or what is no log line, such as the
 * last words of a process that crashed.
 */
export function createTerminal({ isPretty, output }: TerminalOptions): (line: string) => void {
	const pretty = prettyDestination(output);
	const asItIs = (line: string) => output.write(`${line}\n`);
	return (line) => {
		if (quiet.test(line)) return;
		if (!isPretty || !loud.test(line)) return void asItIs(line);
		try {
			pretty.write(line);
		} catch {
			// Cut off, by the end of its process.
			asItIs(line);
		}
	};
}
