import { styleText } from "node:util";
import type { LogDestination } from "./create-logger.ts";

const styles = { debug: "gray", info: "green", warn: "yellow", error: "red" } as const;

/** Turns pino's JSON lines into lines for people: time, level, message, fields, then the error's stack. */
export function prettyDestination(output: LogDestination): LogDestination {
	return {
		write(line) {
			output.write(`${pretty(JSON.parse(line) as Record<string, unknown>)}\n`);
		},
	};
}

function pretty({ level, time, message, ...fields }: Record<string, unknown>): string {
	const label = String(level) as keyof typeof styles;
	const stacks: string[] = [];
	const rest = Object.entries(fields).map(([key, value]) => `${key}=${field(value, stacks)}`);
	return [
		[
			styleText("gray", String(time).slice(11, 23)),
			styleText(styles[label] ?? "white", label.toUpperCase().padEnd(5)),
			String(message),
			...rest.map((text) => styleText("gray", text)),
		].join(" "),
		...stacks,
	].join("\n");
}

/** An error is shown by its message; its stack, and those of its causes, follow below the line. */
function field(value: unknown, stacks: string[]): string {
	if (!isError(value)) {
		return typeof value === "string" && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
	}
	for (let error: unknown = value, depth = 0; isError(error); error = error.cause, depth += 1) {
		const code = typeof error.code === "string" ? ` [${error.code}]` : "";
		stacks.push(
			`${depth === 0 ? "  " : "  caused by "}${error.stack}${code}`.replaceAll("\n", "\n  "),
		);
	}
	return JSON.stringify(value.message);
}

interface ErrorFields {
	readonly message: string;
	readonly stack: string;
	readonly code?: unknown;
	readonly cause?: unknown;
}

function isError(value: unknown): value is ErrorFields {
	return (
		typeof value === "object" &&
		value !== null &&
		typeof (value as ErrorFields).stack === "string" &&
		typeof (value as ErrorFields).message === "string"
	);
}
