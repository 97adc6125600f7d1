export type { StopMode } from "./child.ts";
export { freePort } from "./free-port.ts";
export { isAlive, startedAt } from "./processes.ts";
export { type ScratchServer, type ScratchServerOptions, startScratchServer } from "./scratch.ts";
export {
	createPostgresServer,
	type PostgresServer,
	type PostgresServerOptions,
	type ServerStatus,
	type StartedServer,
} from "./server.ts";
export type { Settings } from "./settings.ts";
