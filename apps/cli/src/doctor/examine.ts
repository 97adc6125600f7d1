import { AppError, type ErrorCode, errorCodes } from "@nuclom/core";
import { createPlatform, loadConfiguration } from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { exitCodeOf } from "../exit-codes.ts";
import { requireDatabase, withLocalState } from "../local/environment.ts";
import type { StateFolder } from "../local/state-folder.ts";
import { type Check, type Finding, find, ok } from "./finding.ts";
import { diskCheck, nodeCheck } from "./machine.ts";
import { partChecks } from "./parts.ts";

export interface Examination {
	readonly findings: readonly Finding[];
	/** 0, or the code of the first check that failed. */
	readonly exitCode: number;
}

function configurationCheck(source: EnvironmentSource, folder: StateFolder): Check {
	return {
		name: "configuration",
		failure: "fail",
		async look() {
			requireDatabase(source, folder);
			return ok(`complete, for ${loadConfiguration(source).environment}`);
		},
	};
}

async function examineParts(source: EnvironmentSource): Promise<Finding[]> {
	const configuration = loadConfiguration(source);
	const platform = createPlatform(configuration, {
		service: "cli",
		// The findings say everything; a log between them would only disturb.
		logDestination: { write: () => undefined },
	});
	try {
		const scratch = diskCheck("scratch disk", configuration.media.scratchDir);
		return await Promise.all([...partChecks(platform), scratch].map(find));
	} finally {
		await platform.close();
	}
}

function exitCode(findings: readonly Finding[]): number {
	const failed = findings.find(({ status }) => status === "fail");
	if (!failed) return 0;
	const code = failed.code && failed.code in errorCodes ? (failed.code as ErrorCode) : "INTERNAL";
	return exitCodeOf(new AppError(code, failed.message));
}

/** Looks at everything: the machine first, then the configuration, then each part by asking it. */
export async function examine(
	environment: EnvironmentSource,
	folder: StateFolder,
): Promise<Examination> {
	const source = await withLocalState(environment, folder);
	const machine = [
		nodeCheck,
		diskCheck("data disk", folder.path),
		configurationCheck(source, folder),
	];
	const findings = await Promise.all(machine.map(find));
	const isConfigured = findings.every(
		({ name, status }) => name !== "configuration" || status === "ok",
	);
	const all = isConfigured ? [...findings, ...(await examineParts(source))] : findings;
	return { findings: all, exitCode: exitCode(all) };
}
