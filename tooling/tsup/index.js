/**
 * The one tsup preset: ESM for Node 22+, no bundled dependencies, no declarations
 * (tsc writes those). Entry names become file names in dist.
 * @param {Record<string, string>} entry
 * @param {import("tsup").Options} [overrides]
 */
export function preset(entry = { index: "src/index.ts" }, overrides = {}) {
	return {
		entry,
		format: ["esm"],
		target: "node22",
		platform: "node",
		dts: false,
		clean: true,
		sourcemap: true,
		splitting: true,
		treeshake: true,
		...overrides,
	};
}
