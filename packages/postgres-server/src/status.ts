import { dataMajor } from "./data-folder.ts";
import { readPostmaster } from "./postmaster-file.ts";
import type { ServerStatus } from "./server-types.ts";

const states = { ready: "running", standby: "running", stopping: "stopping" } as const;

/** What a data folder and its server are doing, whoever owns them. */
export async function readStatus(dataDir: string): Promise<ServerStatus> {
	const major = await dataMajor(dataDir);
	if (major === undefined) return { state: "uninitialized" };
	const found = await readPostmaster(dataDir);
	if (!found) return { state: "stopped", dataMajor: major };
	const state = states[found.state as keyof typeof states] ?? "starting";
	return { state, pid: found.pid, port: found.port, dataMajor: major };
}
