import { AppError } from "@nuclom/core";
import pc from "picocolors";

export type Level = "ok" | "warn" | "fail";

/** Where a command writes: its answer to standard output, everything else to standard error. */
export interface Output {
	readonly isJson: boolean;
	/** One line for a person; left out of JSON. */
	say(text?: string): void;
	/** The answer: `value` as one line of JSON, or `text` for a person. */
	answer(value: Readonly<Record<string, unknown>>, text: string): void;
	error(error: unknown): void;
}

const marks: Record<Level, string> = { ok: pc.green("✓"), warn: pc.yellow("!"), fail: pc.red("✗") };

/** `✓ text`, with what to do below it. */
export function mark(level: Level, text: string, hint?: string): string {
	return hint
		? `${marks[level]} ${text}\n  ${pc.dim(hint.replaceAll("\n", "\n  "))}`
		: `${marks[level]} ${text}`;
}

/** `1 video`, `2 videos`. */
export const plural = (count: number, noun: string): string =>
	`${count} ${noun}${count === 1 ? "" : "s"}`;

/** What may be shown of an error: its code, its words, what to do. */
function describeError(error: unknown) {
	if (AppError.isInstance(error)) {
		const { code, message, hint = null } = error;
		return { code, message, hint };
	}
	const message = error instanceof Error ? error.message : String(error);
	return { code: "INTERNAL", message, hint: null };
}

export interface Streams {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: { write(text: string): unknown };
}

export function createOutput(isJson: boolean, streams: Streams = process): Output {
	const { stdout, stderr } = streams;
	return {
		isJson,
		say(text = "") {
			if (!isJson) stdout.write(`${text}\n`);
		},
		answer(value, text) {
			stdout.write(isJson ? `${JSON.stringify(value)}\n` : `${text}\n`);
		},
		error(error) {
			const described = describeError(error);
			if (isJson) stdout.write(`${JSON.stringify({ status: "error", error: described })}\n`);
			else stderr.write(`${mark("fail", described.message, described.hint ?? undefined)}\n`);
			// A defect's stack is what its report needs; an AppError says all there is to say.
			if (!AppError.isInstance(error) && error instanceof Error) stderr.write(`${error.stack}\n`);
		},
	};
}
