import { freePort } from "@nuclom/postgres-server";
import { type Daemon, startDaemon } from "../process/daemon.ts";
import { requireProgram } from "../process/find-program.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { waitFor } from "../wait-for.ts";

export interface TestRedis extends AsyncDisposable {
	/** `redis://127.0.0.1:port`, without a password. */
	readonly url: string;
	readonly port: number;
	/** Kills the server as a crash would; its data are gone. */
	kill(): Promise<void>;
	/** Starts it again on the same port, empty. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

async function launch(program: string, port: number, cwd: string): Promise<Daemon | undefined> {
	const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
	const daemon = await startDaemon({ program, args: [...args, "--dir", cwd], cwd });
	await waitFor(() => daemon.hasExited() || daemon.output().includes("Ready to accept"), {
		what: "redis-server to start",
	});
	if (!daemon.hasExited()) return daemon;
	if (daemon.output().includes("Address already in use")) return undefined;
	throw new Error(`redis-server did not start:\n${daemon.output()}`);
}

/** A real Redis on a free port that keeps nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
	const program = await requireProgram("redis-server", "redis-server");
	const folder = await temporaryFolder("redis");
	let port = await freePort();
	let daemon = await launch(program, port, folder.path);
	while (!daemon) {
		port = await freePort();
		daemon = await launch(program, port, folder.path);
	}
	const close = async () => {
		await daemon?.kill();
		await folder.close();
	};
	return {
		url: `redis://127.0.0.1:${port}`,
		port,
		kill: async () => daemon?.kill(),
		async restart() {
			await daemon?.kill();
			daemon = await launch(program, port, folder.path);
			if (!daemon) throw new Error(`Port ${port} was taken by another program meanwhile.`);
		},
		close,
		[Symbol.asyncDispose]: close,
	};
}
