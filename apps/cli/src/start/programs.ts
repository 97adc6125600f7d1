import { existsSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "@nuclom/core";
import { isSource, repositoryRoot } from "../local/repository.ts";

/** A Node program with its flags. */
export interface Program {
	readonly file: string;
	readonly args: readonly string[];
}

export interface ProgramOptions {
	/** Hot reload. */
	readonly isDevelopment: boolean;
	/** Readable log lines, for a terminal. */
	readonly isPretty: boolean;
}

function existing(path: string): string {
	const file = join(repositoryRoot, path);
	if (existsSync(file)) return file;
	throw new AppError("CONFIG_INVALID", "Nuclom has not been built.", {
		hint: "Run: pnpm build   or start with: npm start",
	});
}

function flags({ isDevelopment, isPretty }: ProgramOptions): string[] {
	return [...(isDevelopment ? ["--dev"] : []), ...(isPretty ? ["--pretty"] : [])];
}

/** The front and Next; waits to be told what is not known yet. */
export function webProgram(options: ProgramOptions): Program {
	const file = isSource ? "apps/web/server/main.ts" : "apps/web/dist/server/main.js";
	return { file: existing(file), args: ["--wait", ...flags(options)] };
}

/** This very program, as a worker. */
export function workerProgram({ isPretty }: ProgramOptions): Program {
	const file = isSource ? "apps/cli/src/main.ts" : "apps/cli/dist/main.js";
	return { file: existing(file), args: ["worker", ...(isPretty ? ["--pretty"] : [])] };
}
