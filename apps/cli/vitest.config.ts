import { preset } from "@nuclom/tooling-vitest";

export default preset({ globalSetup: ["@nuclom/testing/global-setup"] });
