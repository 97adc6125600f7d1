// Reads what Linux knows of processes, and ends those that the bench has started.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** User and system time of a process with all of its threads, in seconds; in steps of 10 ms. */
export function cpuSeconds(pid) {
	const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
	// Counted after the name, which may hold spaces: utime and stime are fields 14 and 15, see proc(5).
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function statusMiB(pid, field) {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
}

/** Forgets the former peak, so that the next one is of what comes now. Answers the present size in MiB. */
export function resetPeakMemory(pid) {
	writeFileSync(`/proc/${pid}/clear_refs`, "5");
	return statusMiB(pid, "VmHWM");
}

export const peakMemoryMiB = (pid) => statusMiB(pid, "VmHWM");

function childrenOf(pid) {
	try {
		return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
			readFileSync(`/proc/${pid}/task/${task}/children`, "utf8")
				.split(" ")
				.filter(Boolean)
				.map(Number),
		);
	} catch {
		return [];
	}
}

/** A process and everything below it. */
export const family = (pid) => [pid, ...childrenOf(pid).flatMap(family)];

export function commandLine(pid) {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
	} catch {
		return "";
	}
}

export async function freePort() {
	for (let tries = 0; tries < 100; tries++) {
		// Below the range from which the system takes ports for connections.
		const port = 20_000 + Math.floor(Math.random() * 12_000);
		const server = createServer();
		const isFree = await new Promise((resolve) => {
			server.once("error", () => resolve(false));
			server.listen(port, "127.0.0.1", () => resolve(true));
		});
		await new Promise((resolve) => server.close(resolve));
		if (isFree) return port;
	}
	throw new Error("No free port was found.");
}

/** Calls until it gives something true. @throws after the deadline, naming what was waited for */
export async function until(what, attempt, { deadlineMs = 60_000, everyMs = 50 } = {}) {
	const end = performance.now() + deadlineMs;
	while (performance.now() < end) {
		const value = await attempt();
		if (value) return value;
		await sleep(everyMs);
	}
	throw new Error(`Waited ${deadlineMs / 1000} s in vain for ${what}.`);
}

const running = new Set();

/** Stops whatever this run has started, for when it is interrupted. */
export const stopAll = () => Promise.all([...running].map((program) => program.stop()));

/** Starts a program in its own group; keeps the end of what it says for an error's text. */
export function startProgram(command, args, options = {}) {
	const child = spawn(command, args, {
		stdio: ["ignore", "pipe", "pipe"],
		detached: true,
		...options,
	});
	let output = "";
	const keep = (chunk) => {
		output = (output + chunk).slice(-20_000);
	};
	child.stdout.on("data", keep);
	child.stderr.on("data", keep);
	const ended = new Promise((resolve) => child.once("close", resolve));
	child.once("error", keep);
	const program = {
		pid: child.pid,
		output: () => output,
		isRunning: () => child.exitCode === null && child.signalCode === null,
		/** As Ctrl-C does: the whole group is told, and is waited for. */
		async stop() {
			if (child.exitCode !== null || child.signalCode !== null) return;
			process.kill(-child.pid, "SIGINT");
			await Promise.race([ended, sleep(20_000, undefined, { ref: false })]);
		},
	};
	running.add(program);
	void ended.then(() => running.delete(program));
	return program;
}
