import { readFileSync } from "node:fs";

/** Clock ticks of a second: `getconf CLK_TCK`, 100 on every Linux of today. */
const ticksPerSecond = 100;

/** Processor time of a process so far, user and system, from `/proc/<pid>/stat` (proc(5)). */
export function cpuSeconds(pid: number): number {
	const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
	// The name may hold anything, so count from behind it: utime and stime are fields 14 and 15.
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function statusBytes(pid: number, name: string): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
}

export const residentBytes = (pid: number) => statusBytes(pid, "VmRSS");
/** The most that was ever resident. */
export const peakBytes = (pid: number) => statusBytes(pid, "VmHWM");
