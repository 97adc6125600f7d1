import { fileURLToPath } from "node:url";
import { preset } from "@nuclom/tooling-vitest";

const config = preset({
	unitEnvironment: "happy-dom",
	globalSetup: ["@nuclom/testing/global-setup"],
});

/** The app's own short name for its folder, as in tsconfig.json. */
const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
for (const project of config.test.projects) Object.assign(project.resolve, { alias });

export default config;
