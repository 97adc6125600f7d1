import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { AppError } from "@nuclom/core";
import { waitFor } from "@nuclom/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { carriedTools, openWorkbench, type Workbench } from "../../test/workbench.ts";
import { resolveLimits } from "../limits.ts";
import { searchFolders } from "./find-program.ts";
import { runTool, type ToolRun, type Tools } from "./run-tool.ts";
import { detectSandbox } from "./sandbox.ts";

/** A shell stands where ffmpeg would: it is run, held and ended in the same way. */
let bench: Workbench;
let tools: Tools;
beforeAll(async () => {
	bench = await openWorkbench(await carriedTools());
	tools = {
		paths: { ffmpeg: "/bin/sh", ffprobe: "/bin/sh" },
		sandbox: await detectSandbox(searchFolders(undefined)),
		limits: resolveLimits(),
		scratchDir: bench.path("scratch"),
	};
});
afterAll(() => bench.close());

const shell = (script: string, options: Partial<ToolRun> = {}) =>
	runTool(tools, {
		tool: "ffmpeg",
		task: "The script",
		args: ["-c", script],
		timeoutMs: 30_000,
		...options,
	});
const held = (guard: string) => tools.sandbox.guards.includes(guard);

async function codeOf(run: Promise<unknown>): Promise<unknown> {
	return run.then(
		() => "done",
		(error: unknown) => (AppError.isInstance(error) ? error.code : error),
	);
}

it("gives what was written, of a flood of complaints only the end", async () => {
	const { stdout, stderr } = await shell("printf abc; yes complaint | head -c 50000000 >&2");
	expect(stdout.toString()).toBe("abc");
	expect(stderr.length).toBeLessThan(1000);
	expect(stderr).toContain("complaint");
});

it("ends a run that describes without end", async () => {
	expect(await codeOf(shell("yes"))).toBe("MEDIA_LIMIT_EXCEEDED");
});

it("passes on no variable and no input", async () => {
	process.env.NUCLOM_SECRET_CANARY = "do-not-pass-on";
	const { stdout } = await shell("env; cat");
	delete process.env.NUCLOM_SECRET_CANARY;
	expect(stdout.toString()).toContain("LC_ALL=C");
	expect(stdout.toString()).not.toContain("NUCLOM");
	expect(stdout.toString()).not.toContain("HOME=");
});

it("is held by what the system grants, and says so", async () => {
	const { stdout } = await shell(
		"cat /proc/self/limits; grep -h NoNewPrivs /proc/self/status; nice; cut -d: -f1 /proc/self/net/dev",
		{ timeoutMs: 5000 },
	);
	const said = stdout.toString();
	const memory = new RegExp(`^Max address space +${tools.limits.maxMemoryBytes} `, "m");
	expect(memory.test(said)).toBe(held("resources"));
	expect(/^Max core file size +0 /m.test(said)).toBe(held("resources"));
	expect(/^NoNewPrivs:\s+1$/m.test(said)).toBe(held("privileges"));
	// A namespace of its own has the loopback device and perhaps idle tunnels, but no card.
	const cards = said.match(/^ *(eth|en|wl)\w*$/gm) ?? [];
	expect(held("network") && cards.length > 0).toBe(false);
	expect(tools.sandbox.guards).toEqual(
		["network", "privileges", "resources", "priority"].filter(held),
	);
});

it("cannot write more than its share", async () => {
	const run = shell("exec head -c 200000000 /dev/zero > large", { maxFileBytes: 1_000_000 });
	expect(await codeOf(run)).toBe(held("resources") ? "MEDIA_LIMIT_EXCEEDED" : "done");
});

it("throws on what a reader of lines throws", async () => {
	const refusal = new AppError("MEDIA_LIMIT_EXCEEDED", "Enough.");
	const onLine = () => {
		throw refusal;
	};
	await expect(shell("echo one; sleep 600", { onLine })).rejects.toBe(refusal);
});

it("maps a program that is not there", async () => {
	const missing = { ...tools, paths: { ...tools.paths, ffmpeg: bench.path("none") } };
	const run = runTool(missing, { tool: "ffmpeg", task: "It", args: [], timeoutMs: 1000 });
	expect(await codeOf(run)).toBe("MEDIA_TOOLS_MISSING");
});

describe("the whole process group ends", () => {
	/** Starts a grandchild, says both pids, and never ends. */
	const family = "sleep 600 & echo $$ $!; wait";

	async function pidsOf(start: (onLine: (line: string) => void) => Promise<unknown>) {
		let pids: number[] = [];
		const outcome = await codeOf(
			start((line) => {
				pids = line.split(" ").map(Number);
			}),
		);
		return { outcome, pids };
	}

	async function expectGone(pids: readonly number[]): Promise<void> {
		expect(pids).toHaveLength(2);
		await waitFor(async () => (await running(pids)).length === 0, { what: "the family's end" });
	}

	it("on a timeout", async () => {
		const { outcome, pids } = await pidsOf((onLine) => shell(family, { onLine, timeoutMs: 1000 }));
		expect(outcome).toBe("MEDIA_TIMEOUT");
		await expectGone(pids);
	});

	it("on an abort, with the signal's own reason", async () => {
		const controller = new AbortController();
		const reason = new Error("The video was deleted.");
		const { outcome, pids } = await pidsOf((onLine) =>
			shell(family, {
				signal: controller.signal,
				onLine: (line) => {
					onLine(line);
					controller.abort(reason);
				},
			}),
		);
		expect(outcome).toBe(reason);
		await expectGone(pids);
	});

	it("does not begin for a signal that is aborted already", async () => {
		const signal = AbortSignal.abort(new Error("Too late."));
		await expect(shell("touch began", { signal })).rejects.toThrow("Too late.");
		expect(await bench.exists(bench.path("scratch/began"))).toBe(false);
	});
});

it("a worker that is killed leaves no ffmpeg behind", async () => {
	const worker = spawn(
		process.execPath,
		["--conditions=dev-source", "--input-type=module", "-e", orphanScript()],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	const pid = await new Promise<number>((resolve) => {
		worker.stdout.once("data", (chunk: Buffer) => resolve(Number(chunk)));
	});
	expect(await running([pid])).toEqual([pid]);
	worker.kill("SIGKILL");
	if (held("privileges")) await waitFor(async () => (await running([pid])).length === 0);
	else process.kill(pid, "SIGKILL");
	expect(worker.killed).toBe(true);
});

/** Those of the processes that have not ended; a zombie has. */
async function running(pids: readonly number[]): Promise<number[]> {
	const alive = await Promise.all(
		pids.map((pid) =>
			readFile(`/proc/${pid}/stat`, "utf8").then(
				(stat) => !stat.includes(") Z "),
				() => false,
			),
		),
	);
	return pids.filter((_, index) => alive[index]);
}

/** A worker whose "ffmpeg" says its pid and goes on for ten minutes. */
function orphanScript(): string {
	const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
	return `
		import { runTool } from ${module("./run-tool.ts")};
		import { detectSandbox } from ${module("./sandbox.ts")};
		import { searchFolders } from ${module("./find-program.ts")};
		import { resolveLimits } from ${module("../limits.ts")};
		await runTool(
			{
				paths: { ffmpeg: "/bin/sh" },
				sandbox: await detectSandbox(searchFolders(undefined)),
				limits: resolveLimits(),
				scratchDir: ${JSON.stringify(bench.path("scratch"))},
			},
			{
				tool: "ffmpeg",
				task: "It",
				args: ["-c", "echo $$; exec sleep 600"],
				timeoutMs: 600000,
				onLine: (line) => console.log(line),
			},
		);
	`;
}
