import { createInterface } from "node:readline";
import { execa } from "execa";
import { expect, it } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { waitFor } from "../wait-for.ts";
import { type Daemon, startDaemon } from "./daemon.ts";
import { requireProgram } from "./find-program.ts";

const isAlive = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

async function startShell(script: string): Promise<Daemon> {
	return startDaemon({ program: "/bin/sh", args: ["-c", script], cwd: "/" });
}

it("tells what the program says and when it ends", async () => {
	const daemon = await startShell("echo out; echo err >&2; exit 3");
	await waitFor(() => daemon.hasExited());
	await waitFor(() => daemon.output().includes("out") && daemon.output().includes("err"));
	await daemon.kill();
});

it("ends the program", async () => {
	const daemon = await startShell("exec sleep 600");
	expect(isAlive(daemon.pid)).toBe(true);
	await daemon.kill();
	expect(isAlive(daemon.pid)).toBe(false);
});

it("ends the program when this process is killed", async () => {
	const script = `
		import { startDaemon } from "./src/process/daemon.ts";
		const daemon = await startDaemon({ program: "/bin/sleep", args: ["600"], cwd: "/" });
		console.log(daemon.pid);`;
	const owner = execa(process.execPath, ["--input-type=module-typescript", "-e", script], {
		reject: false,
	});
	const pid = await new Promise<number>((resolve) => {
		createInterface({ input: owner.stdout }).once("line", (line) => resolve(Number(line)));
	});
	expect(isAlive(pid)).toBe(true);
	owner.kill("SIGKILL");
	await owner;
	await waitFor(() => !isAlive(pid));
});

it("says when a program cannot be started, and how to install one", async () => {
	const missing = startDaemon({ program: "/nowhere/at-all", args: [], cwd: "/" });
	await expect(missing).rejects.toThrow("/nowhere/at-all could not be started.");
	await expect(requireProgram("no-such-program", "some-package")).rejects.toThrow(
		"no-such-program is not installed. Run: apt-get install -y some-package",
	);
	await using folder = await temporaryFolder();
	expect(folder.path).toContain("nuclom-test-");
});
