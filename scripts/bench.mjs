// `pnpm bench [--quick] [--only name,name]`: measures what is built and prints one JSON document; the state of
// the work goes to stderr. Loopback only. Figures are ratios of pairs taken in turn within one run, since
// no two machines, and no two hours of one machine, give the same absolute numbers.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { javascript } from "./lib/bench/javascript.mjs";
import { machine } from "./lib/bench/machine.mjs";
import { stopAll } from "./lib/bench/processes.mjs";
import { startProduct } from "./lib/bench/product.mjs";
import { ranges } from "./lib/bench/ranges.mjs";
import { rooms } from "./lib/bench/rooms.mjs";
import { start } from "./lib/bench/start.mjs";
import { upload } from "./lib/bench/upload.mjs";
import { watchPage } from "./lib/bench/watch-page.mjs";
import { seedWorkspace } from "./lib/bench/workspace.mjs";

const { values } = parseArgs({
	options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
});

/** Those that need the running product, in order: `ranges` reads what `upload` has sent. */
const figures = { upload, ranges, "watch-page": watchPage, javascript };
const names = [...Object.keys(figures), "start", "rooms"];
const wantedNames = values.only?.split(",") ?? names;
if (!wantedNames.every((name) => names.includes(name))) {
	console.error(`✗ --only takes some of: ${names.join(",")}`);
	process.exit(2);
}
const isWanted = (name) => wantedNames.includes(name);
const say = (text) => console.error(`· ${text}`);

async function measureProduct(folder) {
	const wanted = Object.keys(figures).filter(isWanted);
	if (wanted.length === 0) return [];
	say("starting Nuclom with the demo");
	const product = await startProduct({ dataDir: join(folder, "data") });
	try {
		const workspace = await seedWorkspace(product, join(folder, "data"));
		const bench = { product, workspace, folder, isQuick: values.quick, say };
		const results = [];
		for (const name of wanted) results.push(...(await figures[name](bench)));
		return results;
	} finally {
		await product.stop();
	}
}

const folder = mkdtempSync(join(tmpdir(), "nuclom-bench-"));
// PostgreSQL refuses root, and the user that it runs as then must be able to pass.
chmodSync(folder, 0o711);
const forget = () => rmSync(folder, { recursive: true, force: true });
for (const signal of ["SIGINT", "SIGTERM"]) {
	process.once(signal, async () => {
		await stopAll();
		forget();
		process.exit(130);
	});
}
try {
	const results = await measureProduct(folder);
	if (isWanted("start")) results.push(...(await start({ folder, say })));
	const alone = isWanted("rooms") ? await rooms({ isQuick: values.quick, say }) : [];
	const report = { machine: machine(), isQuick: values.quick, results, rooms: alone };
	console.log(JSON.stringify(report, null, 2));
	process.exitCode = results.every(({ passes }) => passes) ? 0 : 1;
} finally {
	forget();
}
