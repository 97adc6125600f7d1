import { flushCompileCache } from "node:module";
import {
	type Configuration,
	createPlatform,
	loadConfiguration,
	type Platform,
	setPlatform,
} from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { createDrain, type Drain } from "./drain.ts";
import { createFront } from "./front.ts";
import { listen } from "./listen.ts";
import { findAppDir, type PageServer, startPageServer } from "./page-server.ts";
import { composeParts } from "./parts/compose-parts.ts";
import { setParts } from "./parts/shared-parts.ts";
import { loadPageNamer } from "./route-names.ts";
import { listenForStop, tellSupervisor } from "./supervisor.ts";

export interface RunFrontOptions {
	readonly source: EnvironmentSource;
	/** Variables that a supervisor tells later; meanwhile everything is loaded. */
	readonly told?: Promise<EnvironmentSource>;
	readonly isDevelopment: boolean;
	/** Readable log lines, for a terminal. */
	readonly isPretty: boolean;
}

const graceMs = 10_000;

interface Running {
	readonly platform: Platform;
	readonly pages: PageServer;
	readonly drain: Drain;
}

/** Any address of this machine: what is wrong with the rest is said before a database is waited for. */
const placeholder = { DATABASE_URL: "postgres://127.0.0.1/nuclom" };

async function configure({ source, told }: RunFrontOptions): Promise<Configuration> {
	if (!told) return loadConfiguration(source);
	loadConfiguration({ ...placeholder, ...source });
	return loadConfiguration({ ...source, ...(await told) });
}

/** What nobody caught is a defect: reported, and no reason to drop everybody else's requests. */
function surviveDefects({ logger, reporter }: Platform): void {
	const report = (error: unknown) => {
		logger.error({ err: error }, "Uncaught");
		reporter.captureException(error, { operation: "uncaught" });
	};
	process.on("uncaughtException", report);
	process.on("unhandledRejection", report);
}

async function stop({ platform, pages, drain }: Running): Promise<void> {
	await drain(graceMs);
	await pages.close().catch(() => undefined);
	await platform.close();
}

/**
 * Starts the front on the configured port, and ends the process after a signal.
 * @throws {AppError} CONFIG_INVALID, PORT_IN_USE
 */
export async function runFront(options: RunFrontOptions): Promise<void> {
	const { isDevelopment, isPretty } = options;
	const requests = listenForStop();
	const configuration = await configure(options);
	const platform = createPlatform(configuration, { service: "web", isPretty });
	setPlatform(platform);
	setParts(composeParts(platform));
	const { host, port, url } = configuration.app;
	const pages = await startPageServer({ isDevelopment, host, port });
	const namePage = await loadPageNamer(findAppDir());
	const server = createFront({ platform, pages: pages.handle, namePage, isDevelopment });
	const drain = createDrain(server);
	await listen(server, port, host);
	surviveDefects(platform);
	requests.onRequest((reason) => {
		platform.logger.info({ reason }, "Stopping");
		return stop({ platform, pages, drain });
	});
	platform.logger.info({ host, port, url }, "Listening");
	tellSupervisor({ type: "ready", url, storage: configuration.storage.description });
	flushCompileCache();
}
