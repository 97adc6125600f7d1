import { processEnvironment } from "@nuclom/platform/process";
import type { Command } from "commander";
import { chooseFolder } from "../local/state-folder.ts";
import { createOutput } from "../output.ts";
import { dataOption, jsonOption } from "./options.ts";

interface Flags {
	readonly data?: string;
	readonly json?: boolean;
}

export function addDoctor(program: Command): void {
	program
		.command("doctor")
		.description("Check everything that Nuclom needs, and say what to do. Changes nothing.")
		.addOption(dataOption())
		.addOption(jsonOption())
		.action(async ({ data, json = false }: Flags) => {
			const { examine } = await import("../doctor/examine.ts");
			const { formatFindings } = await import("../doctor/format.ts");
			const source = processEnvironment();
			const { findings, exitCode } = await examine(source, chooseFolder(source, data));
			const answer = { status: exitCode === 0 ? "ok" : "fail", checks: findings };
			createOutput(json).answer(answer, formatFindings(findings));
			process.exitCode = exitCode;
		});
}
