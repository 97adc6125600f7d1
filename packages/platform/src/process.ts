/** What a process needs before it builds anything; loads no adapter, so it costs nothing. */
export { defaultDataDir } from "./configuration/data-folder.ts";
export { type EnvironmentSource, processEnvironment } from "./environment.ts";
