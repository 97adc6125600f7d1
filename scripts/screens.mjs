// `pnpm screens`: pictures of every page, light and dark, wide and narrow, in docs/screens. Needs a built
// product (`pnpm build`), Chromium, and nothing else.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("./lib/screens/main.mjs", import.meta.url));
const args = ["--conditions=nuclom-source", main, ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { stdio: "inherit" });
child.on("exit", (code) => {
	process.exitCode = code ?? 1;
});
