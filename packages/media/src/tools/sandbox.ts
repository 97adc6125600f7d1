import { execa } from "execa";
import { findProgram } from "./find-program.ts";

/** What the kernel, not ffmpeg, holds one run to. */
interface ProcessBounds {
	readonly memoryBytes: number;
	/** Of all threads together; ends a run that outlives even this process. */
	readonly cpuSeconds: number;
	readonly fileBytes: number;
}

/** Programs in front of ffmpeg, each of which replaces itself by the next. */
export interface Sandbox {
	/** What holds: "network", "privileges", "resources", "priority"; empty on Windows. */
	readonly guards: readonly string[];
	prefix(bounds: ProcessBounds): string[];
}

interface Guard {
	readonly name: string;
	/** Ways to the same end, best first; the first that really runs is taken. */
	readonly ways: ReadonlyArray<(bounds: ProcessBounds) => readonly [string, ...string[]]>;
}

const guards: readonly Guard[] = [
	{
		name: "network",
		ways: [
			() => ["unshare", "--net", "--"],
			// Without root the same needs a user namespace, which some systems forbid.
			() => ["unshare", "--map-root-user", "--net", "--"],
		],
	},
	{
		name: "privileges",
		// The death signal ends ffmpeg when this process is killed with SIGKILL and cannot clean up.
		ways: [
			() => ["setpriv", "--no-new-privs", "--pdeathsig", "KILL", "--"],
			() => ["setpriv", "--no-new-privs", "--"],
		],
	},
	{
		name: "resources",
		ways: [
			(bounds) => [
				"prlimit",
				`--as=${bounds.memoryBytes}`,
				`--cpu=${bounds.cpuSeconds}`,
				`--fsize=${bounds.fileBytes}`,
				"--core=0",
				"--nofile=256",
				"--",
			],
		],
	},
	{ name: "priority", ways: [() => ["nice", "-n", "10"]] },
];

const trialBounds: ProcessBounds = {
	memoryBytes: 1024 ** 3,
	cpuSeconds: 10,
	fileBytes: 1024 ** 2,
};

/** Tries each guard once, by running `true` behind it, and keeps those that this system grants. */
export async function detectSandbox(folders: readonly string[]): Promise<Sandbox> {
	const harmless = await findProgram("true", folders);
	if (process.platform === "win32" || harmless === undefined) {
		return { guards: [], prefix: () => [] };
	}
	const granted = await Promise.all(guards.map((guard) => grant(guard, folders, harmless)));
	const held = granted.filter((each) => each !== undefined);
	return {
		guards: held.map((each) => each.name),
		prefix: (bounds) => held.flatMap((each) => each.command(bounds)),
	};
}

async function grant(guard: Guard, folders: readonly string[], harmless: string) {
	for (const way of guard.ways) {
		const program = await findProgram(way(trialBounds)[0], folders);
		if (program === undefined) continue;
		const command = (bounds: ProcessBounds) => [program, ...way(bounds).slice(1)];
		const [file = program, ...args] = [...command(trialBounds), harmless];
		const { failed } = await execa(file, args, {
			env: {},
			extendEnv: false,
			stdio: "ignore",
			reject: false,
			timeout: 5000,
		});
		if (!failed) return { name: guard.name, command };
	}
	return undefined;
}
