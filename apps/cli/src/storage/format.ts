import type { CheckReport, CheckStep, DiffLine, SetupPlan } from "@nuclom/storage";
import pc from "picocolors";
import { type Level, mark, plural } from "../output.ts";

const levels: Record<CheckStep["status"], Level> = { ok: "ok", fail: "fail", skipped: "warn" };
/** Of the longest step's name, and two blanks. */
const nameWidth = "conditional put".length + 2;

/** `✓ put              1000 bytes  (12 ms)`, with the setting to change below it. */
export function formatStep({ name, status, message, durationMs, hint }: CheckStep): string {
	const time = status === "skipped" ? "" : pc.dim(`  (${durationMs} ms)`);
	const text = `${pc.bold(name.padEnd(nameWidth))}${message}${time}`;
	return mark(levels[status], text, hint ?? undefined);
}

export function formatSum({ steps }: CheckReport, where: string): string {
	const count = (status: CheckStep["status"]) =>
		steps.filter((one) => one.status === status).length;
	const sum = `${plural(count("ok"), "step")} fine, ${count("fail")} failed, ${count("skipped")} not tried`;
	return `\n${where}: ${sum}`;
}

const colors = { "+": pc.green, "-": pc.red, " ": pc.dim } as const;

function formatDiff(title: string, isDifferent: boolean, diff: readonly DiffLine[]): string[] {
	const state = isDifferent ? "" : pc.dim("  (as they should be)");
	return [
		`${pc.bold(title)}${state}`,
		...diff.map(({ sign, text }) => colors[sign](`${sign} ${text}`)),
	];
}

/** What would change, rule by rule, as `diff` writes it. */
export function formatPlan({ cors, lifecycle, conflicts }: SetupPlan): string {
	return [
		...formatDiff("CORS rules", cors.isDifferent, cors.diff),
		...formatDiff("Lifecycle rules", lifecycle.isDifferent, lifecycle.diff),
		...conflicts.map(({ id, reason }) => mark("warn", `The rule ${id} is in the way. ${reason}`)),
	].join("\n");
}
