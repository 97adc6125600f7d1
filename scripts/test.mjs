// `npm test`: sets up and runs everything. The last line of standard output is the sum.
import { checks } from "./lib/checks.mjs";
import { install } from "./lib/install.mjs";
import { clearResults, sumResults } from "./lib/results.mjs";
import { seconds } from "./lib/run.mjs";
import { runSteps } from "./lib/steps.mjs";
import { installSystemPackages } from "./lib/system-packages.mjs";

const startedAt = performance.now();

const setUp = [
	{ title: "Programs that tests run", work: installSystemPackages },
	{ title: "Packages that the lockfile names", work: install },
];

/** A run of tests counts by its tests; everything else is one check. */
const suites = new Set([checks.unit, checks.integration, checks.browser]);

function add(results, { passed, failed }) {
	const counted = sumResults();
	const isCheck = (step) => !suites.has(step);
	counted.passed += results.passed.filter(isCheck).length + passed.length;
	counted.failed += results.failed.filter(isCheck).length + failed.length;
	// A suite that failed without a failed test did not run to its end.
	if (counted.failed === 0) counted.failed = results.failed.length;
	return counted;
}

clearResults();
const prepared = await runSteps(setUp);
const order = ["docs", "boundaries", "lint", "build", "typecheck", "unused", "packages"];
order.push("generator", "unit", "cached", "integration", "browser");
const results = await runSteps(order.map((name) => checks[name]));
const { passed, failed, skipped } = add(results, prepared);
for (const { title } of [...prepared.failed, ...results.failed]) console.log(`✗ ${title}`);
console.log(`In ${seconds(startedAt)}`);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
