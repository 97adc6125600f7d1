import { existsSync } from "node:fs";
import pc from "picocolors";
import type { Output } from "../output.ts";

export interface Announcement {
	readonly url: string;
	readonly dataDir: string;
	/** Undefined where everything is shown on the terminal. */
	readonly logFile: string | undefined;
	readonly hasOwnDatabase: boolean;
	/** Where files are kept, for people. */
	readonly storage: string;
	/** Version of the embedded PostgreSQL, which names the folder of a copy of its programs. */
	readonly postgresVersion: string | undefined;
	readonly pid: number;
	readonly startedInMs: number;
}

/** Where a copy of the programs lies that root's PostgreSQL user can reach; undefined when there is none. */
function programsCopy({ postgresVersion, dataDir }: Announcement): string | undefined {
	const folder = `/var/lib/nuclom/postgres-${postgresVersion}`;
	const isElsewhere = !folder.startsWith(`${dataDir}/`);
	return postgresVersion && isElsewhere && existsSync(folder) ? folder : undefined;
}

/** The address, where the data is, how to stop and how to remove it all. */
export function announce(output: Output, facts: Announcement): void {
	const { url, dataDir, logFile, pid, startedInMs, hasOwnDatabase } = facts;
	const programs = programsCopy(facts);
	const remove = ["rm -rf", dataDir, ...(programs ? [programs] : [])].join(" ");
	const row = (name: string, text: string) => `  ${pc.dim(name.padEnd(9))}${text}`;
	const lines = [
		"",
		`  Nuclom is running at ${pc.bold(pc.cyan(url))}  ${pc.dim(`(${(startedInMs / 1000).toFixed(1)} s)`)}`,
		"",
		row("Data", `${dataDir}${hasOwnDatabase ? "  (database, secrets)" : ""}`),
		row("Files", facts.storage),
		...(logFile ? [row("Log", `${logFile}  (warnings and errors are shown here, too)`)] : []),
		...(programs ? [row("Programs", `${programs}  (PostgreSQL's, for its own user)`)] : []),
		row("Stop", `Ctrl-C, or: kill ${pid}`),
		row("Remove", `stop it, then: ${remove}`),
		"",
	];
	const log = logFile ?? null;
	const value = { status: "running", url, dataDir, log, pid, startedInMs, remove };
	output.answer(value, lines.join("\n"));
}
