// The rooms' own measurements: what a room does alone, without the front. Printed as they give them.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../run.mjs";

const folder = join(root, "packages/storage/bench");

export async function rooms({ isQuick, say }) {
	if (!existsSync(folder)) return [];
	const results = [];
	for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts"))) {
		const script = join(folder, name);
		const flags = isQuick ? ["--quick"] : [];
		const args = ["--conditions=nuclom-source", script, ...flags];
		const { code, output } = await run(process.execPath, args, { cwd: join(folder, "..") });
		if (code !== 0) throw new Error(`${script} ended with code ${code}:\n${output}`);
		results.push(JSON.parse(output.slice(output.indexOf("{"))));
		say(`storage alone: ${name} is measured`);
	}
	return results;
}
