import { AppError } from "@nuclom/core";
import { CommanderError } from "commander";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { createOutput } from "./output.ts";
import { createProgram } from "./program.ts";

/** A defect is reported where SENTRY_DSN is set; the process may end right after. */
async function reportDefect(error: unknown, argv: readonly string[]): Promise<void> {
	if (AppError.isInstance(error) && error.code !== "INTERNAL") return;
	const { createProcessReporter } = await import("@nuclom/platform");
	const reporter = createProcessReporter("cli");
	reporter.captureException(error, { operation: `cli.${argv[0] ?? "help"}` });
	await reporter.flush(2_000);
}

/** Runs one command line. The only error boundary: every command may throw. Resolves to the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
	try {
		await createProgram().parseAsync(argv, { from: "user" });
		return Number(process.exitCode ?? exitCodes.ok.code);
	} catch (error) {
		if (error instanceof CommanderError) {
			// Help and version end here too, with 0; commander has printed what there is to say.
			return error.exitCode === 0 ? exitCodes.ok.code : exitCodes.usage.code;
		}
		createOutput(argv.includes("--json")).error(error);
		await reportDefect(error, argv);
		return exitCodeOf(error);
	}
}
