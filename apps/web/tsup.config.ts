import { preset } from "@nuclom/tooling-tsup";

/** The front beside Next's own build. Packages stay outside, Next's too: one copy per process. */
export default preset({ "server/main": "server/main.ts" });
