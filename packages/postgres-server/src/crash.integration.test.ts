import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkpointerOf, childrenOf, saysInUse, strangerOfServer } from "../test/processes.ts";
import {
	exists,
	isListening,
	password,
	query,
	startOwner,
	type TestFolder,
	testFolder,
} from "../test/support.ts";
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
