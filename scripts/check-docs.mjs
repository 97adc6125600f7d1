// Fails when AGENTS.md, README.md or CONTRIBUTING.md name a path that does not exist.
import { findBrokenPaths } from "./lib/docs.mjs";

const broken = await findBrokenPaths();
for (const line of broken) console.error(line);
process.exitCode = broken.length > 0 ? 1 : 0;
