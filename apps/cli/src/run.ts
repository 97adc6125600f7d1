import { AppError } from "@nuclom/core";
import { CommanderError } from "commander";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { databaseRefusal } from "./local/database-refusal.ts";
import { createOutput } from "./output.ts";
import { createProgram } from "./program.ts";

/** A defect is reported where SENTRY_DSN is set; the process may end right after. */
async function reportDefect(error: unknown, argv: readonly string[]): Promise<void> {
	if (AppError.isInstance(error) && error.code !== "INTERNAL") return;
	try {
		const { createProcessReporter } = await import("@nuclom/platform");
		const reporter = createProcessReporter("cli");
		reporter.captureException(error, { operation: `cli.${argv[0] ?? "help"}` });
		await reporter.flush(2_000);
	} catch {
		// In a broken installation this fails for the same reason; that one has been printed.
	}
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
		const known = databaseRefusal(error) ?? error;
		createOutput(argv.includes("--json")).error(known);
		await reportDefect(known, argv);
		return exitCodeOf(known);
	}
}
