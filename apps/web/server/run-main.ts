import { toAppError } from "@nuclom/api";
import { processEnvironment } from "@nuclom/platform/process";
import { runFront } from "./run-front.ts";
import { tellSupervisor, toldEnvironment } from "./supervisor.ts";

/** Runs the front, and ends the process with what keeps it from starting. */
export async function main(flags: readonly string[]): Promise<void> {
	try {
		await runFront({
			source: processEnvironment(),
			...(flags.includes("--wait") ? { told: toldEnvironment() } : {}),
			isDevelopment: flags.includes("--dev"),
			isPretty: flags.includes("--pretty"),
		});
	} catch (error) {
		const { code, message, hint } = toAppError(error);
		const isTold = tellSupervisor({ type: "failed", code, message, hint });
		if (!isTold) console.error([`✗ ${message}`, hint].filter(Boolean).join("\n  "));
		if (code === "INTERNAL") console.error(error);
		process.exit(1);
	}
}
