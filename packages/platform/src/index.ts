export { defaultDataDir } from "./configuration/data-folder.ts";
export { type EnvironmentName, environmentNames } from "./configuration/env.ts";
export { isInNetworks, parseNetworks } from "./configuration/networks.ts";
export { isLoopbackHost } from "./configuration/urls.ts";
export type { PolicyOrigins } from "./content-policy.ts";
export { createPlatform } from "./create-platform.ts";
export { type EnvironmentSource, processEnvironment } from "./environment.ts";
export { type Configuration, loadConfiguration } from "./load-configuration.ts";
export type { PlatformOptions } from "./observability.ts";
export type { ApiParts, Outbox, Platform, ServiceName } from "./platform.ts";
export {
	createProcessLogger,
	createProcessReporter,
	type ProcessLoggerOptions,
} from "./process-observability.ts";
export { getPlatform, setPlatform } from "./shared-platform.ts";
