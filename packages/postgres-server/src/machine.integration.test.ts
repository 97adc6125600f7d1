import { chmod, cp, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { exists, query, testFolder } from "../test/support.ts";
import { findBinaries } from "./binaries.ts";

const isRoot = process.getuid?.() === 0;
const asRoot = (command: string[]) =>
	isRoot ? execa(command[0] ?? "", command.slice(1)) : execa("sudo", ["-n", ...command]);

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

it("says that the disk is full, loses nothing, and works again when there is room", async () => {
	await using folder = await testFolder();
	const disk = join(folder.path, "disk");
	await mkdir(disk);
	await asRoot(["mount", "-t", "tmpfs", "-o", "size=20m,mode=0777", "tmpfs", disk]);
	try {
		const settings = { shared_buffers: "16MB", min_wal_size: "32MB" };
		const server = folder.server({ dataDir: join(disk, "data"), settings });
		await expect(server.initialize()).rejects.toMatchObject({ code: "DISK_FULL" });
		expect(await exists(join(disk, "data"))).toBe(false);
		await asRoot(["mount", "-o", "remount,size=400m", disk]);
		await server.initialize();
		await server.start();
		await server.stop();
		await execa("dd", ["if=/dev/zero", `of=${join(disk, "fill")}`, "bs=1M"], { reject: false });
		await expect(server.start()).rejects.toMatchObject({ code: "DISK_FULL" });
		await execa("rm", [join(disk, "fill")]);
		expect((await server.start()).pid).toBeGreaterThan(0);
		await server.stop();
	} finally {
		await asRoot(["umount", "-l", disk]);
	}
});
