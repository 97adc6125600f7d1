// The rooms' own measurements: what a room does alone, without the front. Printed as they give them.
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root, run } from "../run.mjs";

const folders = ["storage", "services"].map((name) => join(root, "packages", name, "bench"));

const scriptsIn = (folder) =>
	readdirSync(folder)
		.filter((file) => file.endsWith(".ts"))
		.map((file) => join(folder, file));

export async function rooms({ isQuick, say }) {
	const results = [];
	for (const script of folders.flatMap(scriptsIn)) {
		const flags = isQuick ? ["--quick"] : [];
		const args = ["--conditions=nuclom-source", script, ...flags];
		const { code, output } = await run(process.execPath, args, {
			cwd: join(dirname(script), ".."),
		});
		if (code !== 0) throw new Error(`${script} ended with code ${code}:\n${output}`);
		results.push(JSON.parse(output.slice(output.indexOf("{"))));
		say(`${relative(root, script)} is measured`);
	}
	return results;
}
