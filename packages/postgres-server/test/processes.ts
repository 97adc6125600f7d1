import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { serverAccount } from "../src/account.ts";

/** Ids of the processes that a process started. */
export async function childrenOf(pid: number): Promise<number[]> {
	const children: number[] = [];
	for (const name of await readdir("/proc")) {
		if (!/^\d+$/.test(name)) continue;
		const { stdout } = await execa("cat", [`/proc/${name}/stat`], { reject: false });
		const parent = Number(stdout.slice(stdout.lastIndexOf(")") + 2).split(" ")[1]);
		if (parent === pid) children.push(Number(name));
	}
	return children;
}

/** A program of the server's own user: the kind of process that PostgreSQL takes for a living server. */
export async function strangerOfServer(dataDir: string) {
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

/** A child that is attached to the server's shared memory; the one that writes its log is not. */
export async function checkpointerOf(pid: number): Promise<number> {
	for (const child of await childrenOf(pid)) {
		const title = await readFile(`/proc/${child}/cmdline`, "utf8");
		if (title.includes("checkpointer")) return child;
	}
	throw new Error("The server has no checkpointer.");
}

/** True when a log in the folder, or the start's own, tells of orphans that hold the memory. */
export async function saysInUse(folder: string): Promise<boolean> {
	const paths = [...(await readdir(folder)).map((name) => join(folder, name))];
	paths.push(join(folder, "..", "start.log"));
	for (const path of paths) {
		if ((await readFile(path, "utf8").catch(() => "")).includes("is still in use")) return true;
	}
	return false;
}
