import { toAppError } from "@nuclom/api";
import { runFront } from "./run-front.ts";
import { tellSupervisor } from "./supervisor.ts";

try {
	await runFront({
		isDevelopment: process.argv.includes("--dev"),
		isPretty: process.argv.includes("--pretty"),
	});
} catch (error) {
	const { code, message, hint } = toAppError(error);
	const isTold = tellSupervisor({ type: "failed", code, message, hint });
	if (!isTold) console.error([`✗ ${message}`, hint].filter(Boolean).join("\n  "));
	if (code === "INTERNAL") console.error(error);
	process.exit(1);
}
