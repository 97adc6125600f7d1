import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AppError } from "@nuclom/core";

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

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Run from sources, as `pnpm dev` does; what is built lies in one file, so paths differ. */
const isSource = import.meta.url.endsWith(".ts");

function existing(file: string): string {
	if (existsSync(file)) return file;
	throw new AppError("CONFIG_INVALID", "Nuclom has not been built.", {
		hint: "Run: pnpm build   or start with: npm start",
	});
}

function flags({ isDevelopment, isPretty }: ProgramOptions): string[] {
	return [...(isDevelopment ? ["--dev"] : []), ...(isPretty ? ["--pretty"] : [])];
}

/** The front and Next. */
export function webProgram(options: ProgramOptions): Program {
	const file = here(isSource ? "../../../web/server/main.ts" : "../../web/dist/server/main.js");
	return { file: existing(file), args: flags(options) };
}

/** This very program, as a worker. */
export function workerProgram({ isPretty }: ProgramOptions): Program {
	const file = here(isSource ? "../main.ts" : "./main.js");
	return { file: existing(file), args: ["worker", ...(isPretty ? ["--pretty"] : [])] };
}

/** The root of the repository that this program lies in. */
export const repositoryRoot = here(isSource ? "../../../.." : "../../..");
