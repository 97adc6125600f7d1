import { preset } from "@nuclom/tooling-tsup";

/** The front, beside Next's own build. Packages stay outside, Next too: one copy per process. */
export default preset({ main: "server/main.ts" }, { outDir: "dist/server" });
