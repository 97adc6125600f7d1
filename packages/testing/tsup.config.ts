import { preset } from "@nuclom/tooling-tsup";

export default preset({ index: "src/index.ts", "global-setup": "src/postgres/global-setup.ts" });
