import { fileURLToPath } from "node:url";

/**
 * The one vitest preset. Three kinds of tests, told apart by file name:
 * `*.test.ts` (pure, cached by turbo), `*.integration.test.ts` (real services),
 * `*.browser.test.ts` (real Chromium). Each kind writes `test-results/<kind>.json`.
 */
const exclude = ["**/node_modules/**", "**/dist/**", "**/.next/**"];

/** @param {{ globalSetup?: string[], unitEnvironment?: string }} [options] */
export function preset(options = {}) {
	const kind = process.argv.find((arg) => arg.startsWith("--project="))?.slice(10) ?? "all";
	// Not "module", "import" or "default": Node gets these, too, and then loads what is for bundlers only,
	// or an ES module where CommonJS is asked for.
	const conditions = ["nuclom-source", "node"];
	const resolve = { conditions };
	const ssr = { resolve: { conditions } };
	// The environment that vitest 5 loads global setup files in; it takes no conditions from the other two.
	const environments = { __vitest__: { resolve: { conditions } } };
	const setupFiles = [fileURLToPath(new URL("./patience.js", import.meta.url))];
	const slow = { testTimeout: 90_000, hookTimeout: 120_000, pool: "forks", fileParallelism: false };
	return {
		resolve,
		ssr,
		test: {
			passWithNoTests: true,
			reporters: ["default", ["json", { outputFile: `test-results/${kind}.json` }]],
			projects: [
				{
					resolve,
					ssr,
					test: {
						name: "unit",
						setupFiles,
						// Room for a machine that builds at the same time; no test measures time.
						testTimeout: 60_000,
						include: ["{src,test,server,app,components,lib}/**/*.test.{ts,tsx}"],
						exclude: [...exclude, "**/*.integration.test.*", "**/*.browser.test.*"],
						...(options.unitEnvironment ? { environment: options.unitEnvironment } : {}),
					},
				},
				{
					resolve,
					ssr,
					environments,
					test: {
						name: "integration",
						setupFiles,
						include: ["{src,test,server}/**/*.integration.test.{ts,tsx}"],
						exclude,
						globalSetup: options.globalSetup ?? [],
						...slow,
					},
				},
				{
					resolve,
					ssr,
					environments,
					test: { name: "browser", include: ["**/*.browser.test.ts"], exclude, ...slow },
				},
			],
		},
	};
}
