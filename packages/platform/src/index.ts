export { type EnvironmentName, environmentNames } from "./configuration/env.ts";
export { isInNetworks, parseNetworks } from "./configuration/networks.ts";
export { isLoopbackHost } from "./configuration/urls.ts";
export type { PolicyOrigins } from "./content-policy.ts";
export { createPlatform } from "./create-platform.ts";
export { type Configuration, loadConfiguration } from "./load-configuration.ts";
export {
	loadCdnConfiguration,
	loadStorageConfiguration,
	type StorageConfiguration,
} from "./load-parts.ts";
export type { PlatformOptions } from "./observability.ts";
export type { ApiParts, Outbox, Platform, ServiceName } from "./platform.ts";
export { createProcessReporter } from "./process-reporter.ts";
export { getPlatform, setPlatform } from "./shared-platform.ts";
