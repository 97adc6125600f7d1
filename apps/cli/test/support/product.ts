import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "@nuclom/postgres-server";
import { temporaryFolder, waitFor } from "@nuclom/testing";
import { type Ended, type Running, spawnCli } from "./cli.ts";
import { familyOf, killAll, survivors } from "./processes.ts";

/** `nuclom start`, up and announced. */
export interface Product {
	readonly pid: number;
	readonly port: number;
	readonly baseUrl: string;
	readonly said: Running["said"];
	/** It and everything that it started. */
	family(): Promise<number[]>;
	hasEnded(): boolean;
	/** Ctrl-C. */
	interrupt(): Promise<Ended>;
	/** Ends some of its processes without a word, and waits until they are gone. */
	kill(pids: readonly number[]): Promise<void>;
}

/** PostgreSQL is no child of a start that adopted it. */
async function databaseFamily(dataDir: string): Promise<number[]> {
	const text = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
	return familyOf(Number.parseInt(text, 10));
}

async function startProduct(dataDir: string): Promise<Product> {
	const port = await freePort();
	const command = spawnCli(["start", "--port", String(port), "--data", dataDir]);
	const { process: child, said, ended } = command;
	const pid = child.pid ?? -1;
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
	const isAnnounced = () => said().stdout.includes("Remove");
	await waitFor(() => isAnnounced() || hasEnded(), { timeoutMs: 80_000, what: "the start" });
	if (hasEnded()) throw new Error(`nuclom start ended: ${JSON.stringify(await ended)}`);
	return {
		pid,
		port,
		baseUrl: `http://localhost:${port}`,
		said,
		async family() {
			const [ours, database] = await Promise.all([familyOf(pid), databaseFamily(dataDir)]);
			return [...new Set([...ours, ...database])];
		},
		hasEnded,
		interrupt() {
			child.kill("SIGINT");
			return ended;
		},
		async kill(pids) {
			killAll(pids);
			const isGone = async () => (await survivors(pids)).length === 0;
			await waitFor(isGone, { what: "the end of what was killed" });
		},
	};
}

/** A data folder, and the product on it: started when somebody needs it and it does not run. */
export async function productFolder() {
	const folder = await temporaryFolder("cli");
	// PostgreSQL refuses root, and its own user must be able to pass.
	await chmod(folder.path, 0o711);
	const dataDir = `${folder.path}/state`;
	let product: Product | undefined;
	return {
		dataDir,
		async running(): Promise<Product> {
			if (!product || product.hasEnded()) product = await startProduct(dataDir);
			return product;
		},
		async close() {
			if (product && !product.hasEnded()) await product.interrupt();
			await folder.close();
		},
	};
}
