import { createPlatform, loadConfiguration } from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { sweepStorage } from "@nuclom/services";
import { exitCodes } from "../exit-codes.ts";
import { requireDatabase, withLocalState } from "../local/environment.ts";
import { chooseFolder } from "../local/state-folder.ts";
import type { Output } from "../output.ts";
import { describeSweep, isWhole } from "./describe-sweep.ts";

export interface SweepCommand {
	readonly source: EnvironmentSource;
	readonly dataDir: string | undefined;
	readonly isDryRun: boolean;
	readonly graceHours: number;
}

function showScanned({ objects, rows }: { objects: number; rows: number }): void {
	if (process.stderr.isTTY) process.stderr.write(`\r${objects} files, ${rows} rows…`);
}

/**
 * Compares store and database. Resolves to the exit code: 1 when something is missing or damaged.
 * @throws {AppError} CONFIG_INVALID, DATABASE_UNAVAILABLE, STORAGE_UNAVAILABLE, STORAGE_MISCONFIGURED
 */
export async function runSweep(command: SweepCommand, output: Output): Promise<number> {
	const { source, dataDir, isDryRun, graceHours } = command;
	const folder = chooseFolder(source, dataDir);
	const local = await withLocalState(source, folder);
	requireDatabase(local, folder);
	const platform = createPlatform(loadConfiguration(local), { service: "cli" });
	try {
		const report = await sweepStorage(platform.services, {
			...{ isDryRun, graceMs: graceHours * 3_600_000, onProgress: showScanned },
		});
		if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
		const status = isWhole(report) ? "ok" : "fail";
		output.answer({ status, isDryRun, ...report }, describeSweep(report, isDryRun));
		return isWhole(report) ? exitCodes.ok.code : exitCodes.failure.code;
	} finally {
		await platform.close();
	}
}
