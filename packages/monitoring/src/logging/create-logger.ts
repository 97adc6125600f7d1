import { type Clock, type Logger, systemClock } from "@nuclom/core";
import pino from "pino";
import { redactText } from "../redaction/redact-text.ts";
import { createRedactor } from "../redaction/redact-value.ts";
import { prettyDestination } from "./pretty-destination.ts";

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Where lines go: process.stdout, a file's stream, or anything else that can be written to. */
export interface LogDestination {
	write(line: string): unknown;
}

export interface LoggerConfig {
	readonly level: LogLevel;
	/** One readable line instead of one JSON object; for people at a terminal. */
	readonly pretty?: boolean;
	/** Further field names whose values are secrets. */
	readonly redact?: readonly string[];
	/** Default: standard output, written at once, so that no line is lost when the process ends. */
	readonly destination?: LogDestination;
	readonly clock?: Clock;
}

/**
 * Structured logs: one JSON object per line with `level`, `time` (ISO 8601), `message` and the fields.
 * Every field, at any depth, and every message is redacted (see redaction/): passwords, tokens,
 * cookies, signatures in addresses. Errors become name, message, code, stack and causes.
 * A call never throws, whatever it is handed, and wherever standard output leads.
 */
export function createLogger(config: LoggerConfig): Logger {
	const { level, pretty = false, redact = [], clock = systemClock } = config;
	const output = config.destination ?? standardOutput();
	const redactor = createRedactor({ keys: redact });
	const root = pino(
		{
			level,
			base: null,
			messageKey: "message",
			timestamp: () => `,"time":"${clock.now().toISOString()}"`,
			formatters: { level: (label) => ({ level: label }) },
			// pino's own serializers know "err" only; the redactor handles every field alike.
			serializers: {},
		},
		pretty ? prettyDestination(output) : output,
	);
	return wrap(root, (fields) => redactor(fields) as Record<string, unknown>);
}

/** What is kept for a standard output that takes nothing; further lines are dropped. */
const heldBytes = 1024 * 1024;

/** Written at once. A file on a full disk, say, costs lines and not the process: pino would throw. */
function standardOutput(): LogDestination {
	const output = pino.destination({ dest: 1, sync: true, maxLength: heldBytes });
	output.on("error", () => undefined);
	return output;
}

type Redact = (fields: Readonly<Record<string, unknown>>) => Record<string, unknown>;

function wrap(target: pino.Logger, redact: Redact): Logger {
	const method =
		(level: Exclude<LogLevel, "silent">): Logger["info"] =>
		(fields, message) => {
			if (target.isLevelEnabled(level)) {
				target[level](redact(fields), redactText(String(message)));
			}
		};
	return {
		debug: method("debug"),
		info: method("info"),
		warn: method("warn"),
		error: method("error"),
		child: (fields) => wrap(target.child(redact(fields)), redact),
	};
}
