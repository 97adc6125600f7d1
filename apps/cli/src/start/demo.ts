import { AppError } from "@nuclom/core";
import type { EnvironmentSource } from "@nuclom/platform/process";
import type { DemoLogin } from "../demo/seed-demo.ts";

export interface DemoOptions {
	/** Where the web that was just started answers. */
	readonly baseUrl: string;
	readonly stateDir: string;
	readonly env: EnvironmentSource;
}

/**
 * The demo signs people up by itself, which only development allows.
 * @throws {AppError} CONFIG_INVALID
 */
export function requireDemoAllowed(source: EnvironmentSource): void {
	const environment = source.NUCLOM_ENV?.trim() || "development";
	if (environment === "development") return;
	throw new AppError("CONFIG_INVALID", `--demo is not for ${environment}: it makes a login.`, {
		hint: "Leave it out, or leave NUCLOM_ENV unset to try Nuclom on this machine.",
	});
}

/** Makes the demo workspace unless it is there. Waits until its videos are processed. */
export async function makeDemo({ baseUrl, stateDir, env }: DemoOptions): Promise<DemoLogin> {
	const [{ createPlatform, loadConfiguration }, { importTranscript }, { seedDemo }] =
		await Promise.all([
			import("@nuclom/platform"),
			import("@nuclom/services"),
			import("../demo/seed-demo.ts"),
		]);
	const platform = createPlatform(loadConfiguration(env), {
		service: "cli",
		logDestination: { write: () => undefined },
	});
	try {
		const deps = platform.services;
		return await seedDemo({
			baseUrl,
			stateDir,
			importTranscript: (userId, input) => importTranscript({ ctx: { deps, userId }, input }),
		});
	} finally {
		await platform.close();
	}
}
