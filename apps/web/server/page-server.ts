import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "@nuclom/core";
import next from "next";
import type { NodeHandler } from "./handlers.ts";

export interface PageServer {
	readonly handle: NodeHandler;
	close(): Promise<void>;
}

export interface PageServerOptions {
	readonly isDevelopment: boolean;
	readonly host: string;
	readonly port: number;
}

/** The folder of the app, from server/ as from dist/server/. */
export function findAppDir(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "next.config.ts"))) folder = dirname(folder);
	return folder;
}

/**
 * Next in this process. It finds our server by the first request, and takes hot reload's upgrades from there.
 * @throws {AppError} CONFIG_INVALID when the app was not built
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
	const { isDevelopment, host, port } = options;
	const dir = findAppDir();
	if (!isDevelopment && !existsSync(join(dir, ".next", "BUILD_ID"))) {
		throw new AppError("CONFIG_INVALID", "The web app has not been built.", {
			hint: "Run: pnpm build   or start with: npm start",
		});
	}
	const app = next({ dev: isDevelopment, dir, hostname: host, port });
	await app.prepare();
	return { handle: app.getRequestHandler(), close: () => app.close() };
}
