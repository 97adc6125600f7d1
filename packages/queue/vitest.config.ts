import { preset } from "@nuclom/tooling-vitest";

const config = preset({ globalSetup: ["@nuclom/testing/global-setup"] });
// vitest hands these conditions to Node as well, and there "import" makes pg's require("pg-pool")
// load an ES module. Vite adds both by itself where they belong.
const { conditions } = config.resolve;
for (const name of ["import", "default"]) {
	if (conditions.includes(name)) conditions.splice(conditions.indexOf(name), 1);
}

export default config;
