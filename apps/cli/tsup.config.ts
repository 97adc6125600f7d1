import { preset } from "@nuclom/tooling-tsup";

export default preset({ main: "src/main.ts" });
