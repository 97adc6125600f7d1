// `npm start`: installs and builds what has changed, then becomes `nuclom start`.
import { build } from "./lib/build.mjs";
import { install } from "./lib/install.mjs";

try {
	await install();
	await build();
} catch (error) {
	console.error(`✗ ${error.message}`);
	process.exit(1);
}
process.argv.splice(2, 0, "start");
await import("../apps/cli/dist/main.js");
