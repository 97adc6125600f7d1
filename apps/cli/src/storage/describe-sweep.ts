import type { SweepReport } from "@nuclom/services";
import { mark, plural } from "../output.ts";
import { formatBytes } from "../upload/words.ts";

interface Found {
	readonly count: number;
	readonly keys: readonly string[];
}

const mostShown = 10;

function list({ count, keys }: Found): string {
	const shown = keys.slice(0, mostShown);
	const more = count > shown.length ? [`and ${count - shown.length} more`] : [];
	return [...shown, ...more].join("\n");
}

function describeOrphans({ orphans }: SweepReport, isDryRun: boolean): string {
	const { count, bytes } = orphans;
	const what = `${plural(count, "file")} (${formatBytes(bytes)}) ${count === 1 ? "belongs" : "belong"} to nothing`;
	const deed = isDryRun
		? "Without --dry-run they are planned for deletion."
		: "They are planned for deletion: a worker deletes them once STORAGE_DELETION_GRACE_HOURS are over.";
	return mark("warn", `${what}.`, `${deed}\n${list(orphans)}`);
}

function describeMissing({ missing }: SweepReport): string {
	const what = `${plural(missing.count, "file")} that the database names ${missing.count === 1 ? "is" : "are"} not in the store.`;
	const deed =
		"Put them back from a backup of the store; until then their videos cannot be played.";
	return mark("fail", what, `${deed}\n${list(missing)}`);
}

function describeMismatched({ mismatched }: SweepReport): string {
	const what = `${plural(mismatched.count, "file")} ${mismatched.count === 1 ? "is" : "are"} not as large as the database says.`;
	const deed =
		"Something else than Nuclom has written them. Put them back from a backup of the store.";
	return mark("fail", what, `${deed}\n${list(mismatched)}`);
}

/** Is anything lost? Files too many are no error. */
export const isWhole = ({ missing, mismatched }: SweepReport): boolean =>
	missing.count === 0 && mismatched.count === 0;

/** A sweep's findings for a person: the worst last, where a terminal ends. */
export function describeSweep(report: SweepReport, isDryRun: boolean): string {
	const { objects, bytes, rows, young, orphans, missing, mismatched } = report;
	return [
		`Compared ${plural(objects, "file")} (${formatBytes(bytes)}) with ${plural(rows, "row")} of the database.`,
		young > 0 && `Left ${plural(young, "younger file")} alone: a row may still come.`,
		orphans.count > 0 && describeOrphans(report, isDryRun),
		mismatched.count > 0 && describeMismatched(report),
		missing.count > 0 && describeMissing(report),
		isWhole(report) && mark("ok", "Nothing is missing."),
	]
		.filter((line) => line !== false)
		.join("\n");
}
