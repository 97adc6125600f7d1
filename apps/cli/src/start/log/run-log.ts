import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { LogDestination } from "@nuclom/monitoring";
import { type BoundedFile, boundedFile } from "./bounded-file.ts";
import { eachLine } from "./each-line.ts";
import { createTerminal } from "./terminal.ts";

/** Where everything goes that the processes of one start have to say. */
export interface RunLog extends LogDestination {
	readonly path: string;
	/** Takes the lines of a child's output as they come. */
	follow(stream: Readable): void;
	/** Once the children are gone: takes their last lines. */
	close(): Promise<void>;
}

export interface RunLogOptions {
	readonly path: string;
	readonly limitBytes: number;
	/** Lines for a person, or JSON as it is. */
	readonly isPretty: boolean;
	/** Where warnings, errors and what is no log line are shown. */
	readonly terminal: LogDestination;
}

/** A program that a child left behind may hold the pipe open; its lines are not waited for. */
const lastLinesMs = 1_000;

/** Says once that the file cannot be written; the terminal goes on, and so do the processes. */
function forgiving(file: BoundedFile, path: string, terminal: LogDestination) {
	let isBroken = false;
	return (text: string) => {
		try {
			file.append(text);
			isBroken = false;
		} catch (error) {
			if (!isBroken) terminal.write(`! The log ${path} cannot be written: ${String(error)}\n`);
			isBroken = true;
		}
	};
}

/** A file that takes every line, and a terminal that shows those that somebody should read. */
export function createRunLog({ path, limitBytes, isPretty, terminal }: RunLogOptions): RunLog {
	const file = boundedFile(path, limitBytes);
	const keep = forgiving(file, path, terminal);
	const show = createTerminal({ isPretty, output: terminal });
	const take = (lines: readonly string[]) => {
		keep(`${lines.join("\n")}\n`);
		for (const line of lines) show(line);
	};
	const followed: Promise<void>[] = [];
	const streams: Readable[] = [];
	return {
		path,
		write: (line) => take([line.replace(/\n$/, "")]),
		follow(stream) {
			streams.push(stream);
			followed.push(eachLine(stream, take).catch(() => undefined));
		},
		async close() {
			await Promise.race([Promise.all(followed), wait(lastLinesMs, undefined, { ref: false })]);
			for (const stream of streams) stream.destroy();
			file.close();
		},
	};
}
