import pc from "picocolors";
import { mark } from "../output.ts";
import type { Finding } from "./finding.ts";

/** One line per check, what to do below it, and the sum. */
export function formatFindings(findings: readonly Finding[]): string {
	const width = Math.max(...findings.map(({ name }) => name.length)) + 2;
	const lines = findings.map(({ name, status, message, hint }) =>
		mark(
			status,
			`${pc.bold(name.padEnd(width))}${message.replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`,
			hint ?? undefined,
		),
	);
	const count = (status: Finding["status"]) =>
		findings.filter((one) => one.status === status).length;
	return [
		...lines,
		"",
		`${count("ok")} fine, ${count("warn")} to look at, ${count("fail")} failed`,
	].join("\n");
}
