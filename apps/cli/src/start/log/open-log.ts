import type { EnvironmentSource } from "@nuclom/platform/process";
import { environmentName } from "../../local/environment.ts";
import type { StateFolder } from "../../local/state-folder.ts";
import type { Output } from "../../output.ts";
import { createRunLog, type RunLog } from "./run-log.ts";

const limitBytes = 8 * 1024 * 1024;

/**
 * On somebody's own machine the terminal stays readable: a file takes what nobody has to read.
 * Undefined elsewhere: there, whatever collects the output gets every line as it comes.
 */
export function openLog(
	source: EnvironmentSource,
	{ logFile: path }: StateFolder,
	{ isJson }: Output,
): RunLog | undefined {
	if (environmentName(source) !== "development") return undefined;
	return createRunLog({ path, limitBytes, isPretty: !isJson, terminal: process.stderr });
}
