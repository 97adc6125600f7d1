import type { LogDestination } from "@nuclom/monitoring";
import { createPlatform, loadConfiguration } from "@nuclom/platform";
import type { EnvironmentSource } from "@nuclom/platform/process";
import { importTranscript } from "@nuclom/services";
import { type DemoLogin, seedDemo } from "../demo/seed-demo.ts";
import type { Output } from "../output.ts";

export interface DemoOptions {
	/** The address of the running web. */
	readonly url: string;
	readonly stateDir: string;
	/** The children's environment, with the database's address. */
	readonly source: EnvironmentSource;
	readonly logDestination: LogDestination;
}

/** Fills the running app with the demo, once; the login is the same at every later start. */
export async function startDemo(options: DemoOptions): Promise<DemoLogin> {
	const { url, stateDir, source, logDestination } = options;
	const platform = createPlatform(loadConfiguration(source), { service: "cli", logDestination });
	try {
		return await seedDemo({
			baseUrl: url,
			stateDir,
			importTranscript: (userId, { cues, ...rest }) =>
				importTranscript({
					ctx: { deps: platform.services, userId },
					input: { ...rest, cues: [...cues] },
				}),
		});
	} finally {
		await platform.close();
	}
}

/** The login that opens the demo. */
export function announceDemo(output: Output, url: string, login: DemoLogin): void {
	const { email, password, path } = login;
	const text = `  Demo     ${url}${path}\n  Sign in  ${email}  ·  ${password}\n`;
	output.answer({ status: "demo", url: `${url}${path}`, email, password }, text);
}
