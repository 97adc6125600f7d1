import { chmod, cp, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { exists, query, testFolder } from "../test/support.ts";
import { findBinaries } from "./binaries.ts";

const isRoot = process.getuid?.() === 0;
it("runs programs that PostgreSQL's user cannot reach from a copy, made once", async () => {
	await using folder = await testFolder();
	const home = join(folder.path, "home");
	const binariesDir = join(home, "native");
	const reachableDir = join(folder.path, "lib", "postgres");
	await mkdir(home, { mode: 0o700 });
	await cp((await findBinaries()).folder, binariesDir, { recursive: true, verbatimSymlinks: true });
	const options = { binariesDir, reachableDir };
	const server = await folder.seededServer(options);
	await server.start();
	expect(await query(server.url("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
	// Anybody but root runs the programs where they are.
	expect(await exists(reachableDir)).toBe(isRoot);
	expect((await stat(home)).mode & 0o777).toBe(0o700);
	const madeMs = isRoot ? (await stat(reachableDir)).mtimeMs : 0;
	await folder.server(options).stop();
	expect(isRoot ? (await stat(reachableDir)).mtimeMs : 0).toBe(madeMs);
});

it("refuses a data folder that PostgreSQL's user cannot reach, and changes no mode", async () => {
	await using folder = await testFolder();
	const home = join(folder.path, "home");
	await mkdir(home);
	await chmod(home, 0o700);
	const server = folder.server({ dataDir: join(home, "data") });
	const outcome = await server.initialize().then(
		() => "made",
		(error: { code: string }) => error.code,
	);
	expect(outcome).toBe(isRoot ? "CONFIG_INVALID" : "made");
	expect((await stat(home)).mode & 0o777).toBe(0o700);
});

it("runs as the owner of the data folder", async () => {
	await using folder = await testFolder();
	const server = await folder.seededServer();
	const dataDir = join(folder.path, "data");
	if (isRoot) await execa("chown", ["-R", "nobody", dataDir]);
	const { pid } = await server.start();
	expect((await stat(`/proc/${pid}`)).uid).toBe((await stat(dataDir)).uid);
	expect(await server.ensureDatabase("app")).toBe(true);
});

it("says that the disk is full, leaves no half, loses nothing, and works again when there is room", async () => {
	await using folder = await testFolder();
	const { stdout } = await onSmallDisk(folder.path, "test/full-disk.ts");
	expect(JSON.parse(stdout)).toEqual({
		initialize: "DISK_FULL",
		left: [],
		start: "DISK_FULL",
		rows: 1,
	});
});

/** Runs a script on a disk of 400 MB that only it sees: mounted by root, by sudo, or in a user namespace. */
async function onSmallDisk(folder: string, script: string) {
	const mount = 'mount -t tmpfs -o size=400m,mode=0777 tmpfs "$0" && exec "$@"';
	const run = [process.execPath, "--conditions=nuclom-source", script, folder];
	const mounted = ["unshare", "--mount", "sh", "-c", mount, folder];
	if (isRoot) return runAll([...mounted, ...run]);
	const maySudo = await execa("sudo", ["-n", "true"], { reject: false });
	if (!maySudo.failed) return runAll(["sudo", "-n", ...mounted, ...run]);
	// Root in the namespace may mount; PostgreSQL wants the user again.
	const user = [`--map-user=${process.getuid?.()}`, `--map-group=${process.getgid?.()}`];
	const namespace = ["unshare", "--user", "--map-root-user", ...mounted.slice(1)];
	return runAll([...namespace, "unshare", "--user", ...user, ...run]);
}

const runAll = ([program = "", ...args]: string[]) => execa(program, args);
