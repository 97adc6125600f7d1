// `pnpm verify`: what can be checked in seconds, without a database or any other service.
import { checks } from "./lib/checks.mjs";
import { runSteps } from "./lib/steps.mjs";

const { lint, boundaries, typecheck, unit, docs } = checks;
const { failed } = await runSteps([docs, boundaries, lint, typecheck, unit]);
process.exitCode = failed.length > 0 ? 1 : 0;
