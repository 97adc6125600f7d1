import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import {
	childrenOf,
	exists,
	isListening,
	password,
	query,
	startOwner,
	type TestFolder,
	testFolder,
} from "../test/support.ts";
import { serverAccount } from "./account.ts";
import { poll } from "./poll.ts";
import { isAlive } from "./processes.ts";

// Durable here: these tests are about what survives.
const settings = { shared_buffers: "16MB" };
const optionsFor = (folder: TestFolder) => ({
	dataDir: join(folder.path, "data"),
	superuserPassword: password,
	settings,
});
const notes = (url: string) => query(url, "select text from note");
const gone = (pid: number) => poll(async () => (isAlive(pid) ? undefined : true), 20_000);

async function killedOwner(folder: TestFolder): Promise<{ pid: number; port: number }> {
	await folder.seededServer();
	const owner = startOwner("started", optionsFor(folder));
	const { pid, port } = await owner.ready;
	owner.process.kill("SIGKILL");
	await owner.process;
	return { pid: Number(pid), port: Number(port) };
}

it("adopts the server of an owner that was killed", async () => {
	await using folder = await testFolder();
	const { pid, port } = await killedOwner(folder);
	expect(isAlive(pid)).toBe(true);
	const server = folder.server({ settings });
	const adopted = await server.start();
	expect(adopted).toMatchObject({ pid, port, isAdopted: true });
	expect(await notes(server.url("app"))).toEqual([{ text: "committed" }]);
	await server.stop();
	await adopted.exited;
	expect(await isListening(port)).toBe(false);
});

it("restarts an adopted server whose settings have changed", async () => {
	await using folder = await testFolder();
	const { pid } = await killedOwner(folder);
	const server = folder.server({ settings: { ...settings, work_mem: "5MB" } });
	expect(await server.start()).toMatchObject({ isAdopted: false });
	expect(server.pid).not.toBe(pid);
	expect(await query(server.url("app"), "show work_mem")).toEqual([{ work_mem: "5MB" }]);
	expect(await notes(server.url("app"))).toEqual([{ text: "committed" }]);
});

it("loses nothing when everything is killed", async () => {
	await using folder = await testFolder();
	const { pid } = await killedOwner(folder);
	const all = [pid, ...(await childrenOf(pid))];
	for (const each of all) process.kill(each, "SIGKILL");
	for (const each of all) await gone(each);
	const server = folder.server({ settings });
	expect(await server.status()).toEqual({ state: "stopped", dataMajor: 18 });
	expect(await server.start()).toMatchObject({ isAdopted: false });
	expect(await notes(server.url("app"))).toEqual([{ text: "committed" }]);
});

it("starts although the dead server's process id belongs to another program now", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer({ settings });
	const { pid, exited } = await server.start();
	process.kill(pid, "SIGKILL");
	await exited;
	await using stranger = await strangerOfServer(join(folder.path, "data"));
	const path = join(folder.path, "data", "postmaster.pid");
	const lines = (await readFile(path, "utf8")).split("\n");
	await writeFile(path, [stranger.pid, ...lines.slice(1)].join("\n"));
	expect(await server.status()).toMatchObject({ state: "stopped" });
	await server.stop();
	expect(isAlive(stranger.pid)).toBe(true);
	expect((await server.start()).pid).not.toBe(stranger.pid);
	expect(isAlive(stranger.pid)).toBe(true);
});

/** A program of the server's own user: the kind of process that PostgreSQL takes for a living server. */
async function strangerOfServer(dataDir: string) {
	const child = execa("sleep", ["600"], {
		...(await serverAccount(dataDir)),
		cwd: "/",
		reject: false,
	});
	const pid = child.pid ?? 0;
	return {
		pid,
		async [Symbol.asyncDispose]() {
			child.kill();
			await child;
		},
	};
}

it("waits for the orphans of a killed server before it touches the data", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer({ settings });
	const { pid, exited } = await server.start();
	const orphan = await checkpointerOf(pid);
	process.kill(orphan, "SIGSTOP");
	process.kill(pid, "SIGKILL");
	await exited;
	let isStarted = false;
	const starting = server.start().then((started) => {
		isStarted = true;
		return started;
	});
	const log = join(folder.path, "data", "log");
	await poll(async () => ((await saysInUse(log)) ? true : undefined), 20_000);
	expect(isStarted).toBe(false);
	process.kill(orphan, "SIGKILL");
	expect((await starting).isAdopted).toBe(false);
});

/** A child that is attached to the server's shared memory; the one that writes its log is not. */
async function checkpointerOf(pid: number): Promise<number> {
	for (const child of await childrenOf(pid)) {
		const title = await readFile(`/proc/${child}/cmdline`, "utf8");
		if (title.includes("checkpointer")) return child;
	}
	throw new Error("The server has no checkpointer.");
}

async function saysInUse(folder: string): Promise<boolean> {
	const paths = [...(await readdir(folder)).map((name) => join(folder, name))];
	paths.push(join(folder, "..", "start.log"));
	for (const path of paths) {
		if ((await readFile(path, "utf8").catch(() => "")).includes("is still in use")) return true;
	}
	return false;
}

it("refuses a second owner while the first lives, and names it", async () => {
	await using folder = await testFolder();
	await folder.seededServer();
	const owner = startOwner("started", optionsFor(folder));
	await owner.ready;
	const server = folder.server({ settings });
	await expect(server.start()).rejects.toMatchObject({
		code: "CONFLICT",
		data: { pid: owner.process.pid },
	});
	owner.process.kill("SIGKILL");
	await owner.process;
});

it("is ended when its owner is ended by a signal", async () => {
	await using folder = await testFolder();
	await folder.seededServer();
	const owner = startOwner("started", optionsFor(folder));
	const { pid } = await owner.ready;
	owner.process.kill("SIGTERM");
	await owner.process;
	expect(await gone(Number(pid))).toBe(true);
	const server = folder.server({ settings });
	await server.start();
	expect(await notes(server.url("app"))).toEqual([{ text: "committed" }]);
});

it("is told by `exited` that the server has died", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer({ settings });
	const { pid, exited } = await server.start();
	process.kill(pid, "SIGKILL");
	await exited;
	expect(await server.status()).toMatchObject({ state: "stopped" });
	expect((await server.start()).pid).not.toBe(pid);
});

it("makes the folder anew after a kill in the middle of making it", async () => {
	await using folder = await testFolder();
	const owner = startOwner("initialized", optionsFor(folder));
	owner.ready.catch(() => {});
	const drafts = async () => (await readdir(folder.path)).filter((name) => name.includes(".init"));
	await poll(async () => {
		const [draft] = await drafts();
		const isHalf = draft && (await exists(join(folder.path, draft, "data", "PG_VERSION")));
		return isHalf ? true : undefined;
	}, 20_000);
	owner.process.kill("SIGKILL");
	await owner.process;
	const server = folder.server({ settings });
	expect(await server.status()).toEqual({ state: "uninitialized" });
	expect(await drafts()).toHaveLength(1);
	await server.initialize();
	expect(await drafts()).toEqual([]);
	await server.start();
	expect(await server.ensureDatabase("app")).toBe(true);
});
