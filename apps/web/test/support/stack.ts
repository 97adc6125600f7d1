import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { chmod } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { temporaryFolder, waitFor } from "@nuclom/testing";
import getPort, { portNumbers } from "get-port";

const cli = fileURLToPath(new URL("../../../cli/dist/main.js", import.meta.url));

export interface Stack {
	readonly baseUrl: string;
	/** The last of what it said: warnings and errors with their fields. */
	output(): string;
	/** Ctrl-C, and nothing is left. */
	close(): Promise<void>;
}

export interface StackOptions {
	/** Variables of the product, such as OPENAI_BASE_URL. */
	readonly env?: Readonly<Record<string, string>>;
	readonly args?: readonly string[];
}

async function answers(baseUrl: string): Promise<boolean> {
	const response = await fetch(`${baseUrl}/api/health`).catch(() => undefined);
	return response?.status === 200;
}

function watch(child: ChildProcess): () => string {
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on("data", (chunk: Buffer) => {
			output = `${output}${chunk}`.slice(-20_000);
		});
	}
	return () => output;
}

/** The product as a person starts it: database, web and worker, in a folder of its own. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
	const folder = await temporaryFolder("stack");
	// PostgreSQL refuses root, and its own user must be able to pass.
	await chmod(folder.path, 0o711);
	// Two stacks that start at once must not choose the same free port.
	const port = await getPort({ port: portNumbers(randomInt(20_000, 31_000), 32_000) });
	const args = ["start", "--port", String(port), "--data", `${folder.path}/state`];
	const child = spawn(process.execPath, [cli, ...args, ...(options.args ?? [])], {
		env: {
			NODE_ENV: "production",
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			AUTH_RATE_LIMIT_PER_MINUTE: "10000",
			...options.env,
		},
		stdio: ["ignore", "pipe", "pipe"],
	});
	const output = watch(child);
	const exited = once(child, "exit");
	const baseUrl = `http://localhost:${port}`;
	const close = async () => {
		if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
		await exited;
		await folder.close();
	};
	try {
		await waitFor(
			async () => {
				if (child.exitCode !== null) throw new Error(`nuclom start ended:\n${output()}`);
				return answers(baseUrl);
			},
			{ timeoutMs: 90_000 },
		);
	} catch (error) {
		await close();
		throw new Error(`The stack did not start:\n${output()}`, { cause: error });
	}
	return { baseUrl, output, close };
}
