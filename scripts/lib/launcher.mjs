// Notices when the npm that launched this process is gone. Signals alone do not tell: a killed npm
// leaves its shell, and the server behind it, alive.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Parent and name of a process; undefined when it is gone or cannot be read here. */
function describe(pid) {
	try {
		if (process.platform === "linux") {
			const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
			// The name stands in parentheses and may hold spaces; state and parent follow it.
			const end = stat.lastIndexOf(")");
			const parent = Number(stat.slice(end + 2).split(" ")[1]);
			return { parent, name: stat.slice(stat.indexOf("(") + 1, end) };
		}
		const text = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" });
		const [parent, ...name] = text.trim().split(/\s+/);
		return { parent: Number(parent), name: name.join(" ") };
	} catch {
		return undefined;
	}
}

/** The parent, and above it the shell's parent: npm puts a shell between itself and the script. */
function ancestors() {
	const chain = [process.ppid];
	const parent = describe(process.ppid);
	if (parent && /(^|\/)(sh|bash|dash|zsh|ash|busybox)$/.test(parent.name))
		chain.push(parent.parent);
	return chain.filter((pid) => pid > 1);
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}

/** Calls back once, within half a second of the launcher's end. Only for scripts that npm or pnpm started. */
export function onLauncherGone(callback) {
	if (!process.env.npm_lifecycle_event) return;
	const watched = ancestors();
	const timer = setInterval(() => {
		if (watched.every(isAlive) && process.ppid === watched[0]) return;
		clearInterval(timer);
		callback();
	}, 500);
	timer.unref();
}
