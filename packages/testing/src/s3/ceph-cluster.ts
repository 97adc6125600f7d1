import { randomInt, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "@nuclom/postgres-server";
import { execa } from "execa";
import { isListening } from "../net.ts";
import { type Daemon, startDaemon } from "../process/daemon.ts";
import { requireProgram } from "../process/find-program.ts";
import { waitFor } from "../wait-for.ts";
import { type CephLayout, cephConfig, cephKeyring } from "./ceph-config.ts";

const debianPackages = "ceph-mon ceph-osd radosgw ceph-common";

export interface CephCluster {
	readonly gatewayPort: number;
	/** Creates the S3 user with these keys. */
	createUser(accessKeyId: string, secretAccessKey: string): Promise<void>;
	/** Kills the gateway as a crash would; the data stay in the storage daemon. */
	killGateway(): Promise<void>;
	startGateway(): Promise<void>;
	stop(): Promise<void>;
}

interface Tools {
	readonly folder: string;
	run(program: string, args: readonly string[]): Promise<void>;
	daemon(program: string, args: readonly string[]): Promise<Daemon>;
}

function createTools(folder: string): Tools {
	const config = ["-c", join(folder, "ceph.conf")];
	const find = (program: string) => requireProgram(program, debianPackages);
	return {
		folder,
		async run(program, args) {
			await execa(await find(program), [...config, ...args], { cwd: folder, timeout: 60_000 });
		},
		async daemon(program, args) {
			return startDaemon({
				program: await find(program),
				args: ["-f", ...config, ...args],
				cwd: folder,
			});
		},
	};
}

async function writeLayout(layout: CephLayout): Promise<void> {
	for (const name of ["mon", "osd", "rgw", "run"]) await mkdir(join(layout.folder, name));
	await writeFile(join(layout.folder, "ceph.conf"), cephConfig(layout));
	await writeFile(join(layout.folder, "keyring"), cephKeyring(), { mode: 0o600 });
}

/** The monitor keeps the map of the cluster; it has to know its own address before it first starts. */
async function startMonitor(tools: Tools, layout: CephLayout): Promise<Daemon> {
	const address = `[v2:127.0.0.1:${layout.monitorPort}]`;
	const { clusterId } = layout;
	await tools.run("monmaptool", [
		"--create",
		"--addv",
		"a",
		address,
		"--fsid",
		clusterId,
		"monmap",
	]);
	await tools.run("ceph-mon", ["--mkfs", "-i", "a", "--monmap", "monmap", "--keyring", "keyring"]);
	return tools.daemon("ceph-mon", ["-i", "a"]);
}

async function startStorage(tools: Tools): Promise<Daemon> {
	const id = randomUUID();
	await Promise.all([
		tools.run("ceph", ["osd", "new", id]),
		tools.run("ceph-osd", ["-i", "0", "--mkfs", "--osd-uuid", id]),
	]);
	return tools.daemon("ceph-osd", ["-i", "0"]);
}

async function startGateway(tools: Tools, port: number): Promise<Daemon> {
	const daemon = await tools.daemon("radosgw", ["-n", "client.rgw.test"]);
	const isUp = () => daemon.hasExited() || isListening(port);
	await waitFor(isUp, { timeoutMs: 60_000, what: "the S3 gateway to listen" });
	if (daemon.hasExited()) throw new Error(`The S3 gateway did not start:\n${daemon.output()}`);
	return daemon;
}

/** Starts monitor, storage daemon and gateway of Ceph in `folder`; everything is kept in memory. */
export async function startCeph(folder: string, memoryBytes: number): Promise<CephCluster> {
	const layout: CephLayout = {
		folder,
		memoryBytes,
		clusterId: randomUUID(),
		gatewayPort: await freePort(),
		monitorPort: await freePort(),
		firstDaemonPort: randomInt(10_000, 19_000),
	};
	await writeLayout(layout);
	const tools = createTools(folder);
	const daemons: Daemon[] = [];
	let gateway: Daemon | undefined;
	const stop = async () => {
		await gateway?.kill();
		for (const daemon of daemons.toReversed()) await daemon.kill();
	};
	const raiseGateway = async () => {
		gateway = await startGateway(tools, layout.gatewayPort);
	};
	try {
		daemons.push(await startMonitor(tools, layout));
		daemons.push(await startStorage(tools));
		await raiseGateway();
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		gatewayPort: layout.gatewayPort,
		async createUser(accessKeyId, secretAccessKey) {
			const keys = ["--access-key", accessKeyId, "--secret-key", secretAccessKey];
			const user = ["user", "create", "--uid", accessKeyId, "--display-name", "test"];
			await tools.run("radosgw-admin", [...user, ...keys]);
		},
		killGateway: async () => gateway?.kill(),
		startGateway: raiseGateway,
		stop,
	};
}
