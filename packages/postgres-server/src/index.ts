export type { StopMode } from "./child.ts";
export { freePort } from "./free-port.ts";
// For the CLI, which knows its children again after a crash by the same rule.
export { isAlive, startedAt } from "./processes.ts";
export { type ScratchServer, type ScratchServerOptions, startScratchServer } from "./scratch.ts";
export { createPostgresServer } from "./server.ts";
export type {
	PostgresServer,
	PostgresServerOptions,
	ServerStatus,
	StartedServer,
} from "./server-types.ts";
export type { Settings } from "./settings.ts";
