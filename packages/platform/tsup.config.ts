import { preset } from "@nuclom/tooling-tsup";

export default preset({ index: "src/index.ts", process: "src/process.ts" });
