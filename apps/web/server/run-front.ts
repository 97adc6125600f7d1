import { createPlatform, loadConfiguration, type Platform, setPlatform } from "@nuclom/platform";
import { createDrain, type Drain } from "./drain.ts";
import { createFront } from "./front.ts";
import { listen } from "./listen.ts";
import { findAppDir, type PageServer, startPageServer } from "./page-server.ts";
import { loadPageNamer } from "./route-names.ts";
import { onStopRequest, tellSupervisor } from "./supervisor.ts";

export interface RunFrontOptions {
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
export async function runFront({ isDevelopment, isPretty }: RunFrontOptions): Promise<void> {
	const configuration = loadConfiguration();
	const platform = createPlatform(configuration, { service: "web", isPretty });
	setPlatform(platform);
	const { host, port } = configuration.app;
	const pages = await startPageServer({ isDevelopment, host, port });
	const namePage = await loadPageNamer(findAppDir());
	const server = createFront({ platform, pages: pages.handle, namePage, isDevelopment });
	const drain = createDrain(server);
	const address = await listen(server, port, host);
	surviveDefects(platform);
	onStopRequest(async (reason) => {
		platform.logger.info({ reason }, "Stopping");
		await stop({ platform, pages, drain });
		process.exit(0);
	});
	platform.logger.info({ port: address.port, host, url: configuration.app.url }, "Listening");
	tellSupervisor({ type: "ready", port: address.port });
}
