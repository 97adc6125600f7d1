import { preset } from "@nuclom/tooling-vitest";

export default preset({
	unitEnvironment: "happy-dom",
	globalSetup: ["@nuclom/testing/global-setup"],
});
