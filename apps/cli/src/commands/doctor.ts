import { processEnvironment } from "@nuclom/platform";
import type { Command } from "commander";
import { examine } from "../doctor/examine.ts";
import { formatFindings } from "../doctor/format.ts";
import { createOutput } from "../output.ts";
import { chooseFolder } from "../start/prepare.ts";
import { dataOption, jsonOption } from "./options.ts";

interface Flags {
	readonly data?: string;
	readonly json?: boolean;
}

export function addDoctor(program: Command): void {
	program
		.command("doctor")
		.description("Look at everything that Nuclom needs, and say what to do.")
		.addOption(dataOption())
		.addOption(jsonOption())
		.action(async ({ data, json = false }: Flags) => {
			const source = processEnvironment();
			const { findings, exitCode } = await examine(source, chooseFolder(source, data));
			const isFine = exitCode === 0;
			const answer = { status: isFine ? "ok" : "fail", checks: findings };
			createOutput(json).answer(answer, formatFindings(findings));
			process.exitCode = exitCode;
		});
}
