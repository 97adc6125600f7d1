import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { exists, isListening, query, startOwner } from "../test/support.ts";
import { isAlive } from "./processes.ts";
import { startScratchServer } from "./scratch.ts";

it("is there, and then gone with its folder", async () => {
	const server = await startScratchServer({ settings: { work_mem: "3MB" } });
	expect(server.dataDir.startsWith(tmpdir())).toBe(true);
	expect(server.version).toMatch(/^18\./);
	const url = server.url();
	expect(await query(url, "show fsync")).toEqual([{ fsync: "off" }]);
	expect(await query(url, "show work_mem")).toEqual([{ work_mem: "3MB" }]);
	expect(await server.ensureDatabase("other")).toBe(true);
	expect(await query(server.url("other"), "select 1 as one")).toEqual([{ one: 1 }]);
	await server.stop();
	await server.stop();
	expect(await isListening(server.port)).toBe(false);
	expect(await exists(server.dataDir)).toBe(false);
});

it("runs beside others of the same process", async () => {
	const servers = await Promise.all([startScratchServer(), startScratchServer()]);
	expect(new Set(servers.map(({ port }) => port)).size).toBe(2);
	await Promise.all(servers.map((server) => server.stop()));
});

it("clears away what a killed program left", async () => {
	const owner = startOwner("scratch");
	const { pid, dataDir } = await owner.ready;
	owner.process.kill("SIGKILL");
	await owner.process;
	expect(isAlive(Number(pid))).toBe(true);
	await using _server = await startScratchServer();
	expect(isAlive(Number(pid))).toBe(false);
	expect(await exists(String(dataDir))).toBe(false);
});
