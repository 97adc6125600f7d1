// Figure: from `npm start`, installed and built, to the first answer.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.mjs";
import { readStamp, sourcesDigest } from "../stamp.mjs";
import { startProduct } from "./product.mjs";
import { result } from "./statistics.mjs";

/** The same question as in ../build.mjs: with newer sources `npm start` would build, and that is not warm. */
function isBuilt() {
	const isThere = existsSync(join(root, "apps/web/.next/BUILD_ID"));
	return isThere && readStamp("build") === sourcesDigest(["apps", "packages", "tooling"]);
}

export async function start({ folder, say }) {
	const isWarm = isBuilt();
	const command = isWarm ? ["npm", "start", "--"] : undefined;
	const dataDir = join(folder, "start");
	const ours = [];
	// The first one makes the database and does not count.
	for (let round = 0; round <= 5; round++) {
		const product = await startProduct({ dataDir, command });
		await product.stop();
		say(`start: ${(product.startMs / 1000).toFixed(2)} s`);
		if (round > 0) ours.push(product.startMs / 1000);
	}
	const name = "warm-start";
	const note = isWarm
		? "npm start to the first 200 of /api/health/live, the database made before"
		: "`nuclom start` itself instead of npm start, which would have built: sources are newer than the build";
	return [result({ name, unit: "s", ours, limit: 6, note })];
}
