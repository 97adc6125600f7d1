// An nginx of our own, with Debian's settings for sending files, on a free port of this machine.
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { commandLine, family, freePort, startProgram, until } from "./processes.mjs";

const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

function configuration({ folder, port, file, isRoot }) {
	const user = isRoot ? "user root;" : "";
	const paths = temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(" ");
	return `${user} worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log stderr;
events { worker_connections 768; }
http {
	${paths}
	sendfile on; tcp_nopush on; default_type video/mp4; access_log ${folder}/access.log;
	server { listen 127.0.0.1:${port}; root ${dirname(file)}; }
}
`;
}

/** @returns {Promise<{ url: string, workerPid: number, stop: () => Promise<void> }>} */
export async function startNginx(parent, file) {
	const folder = join(parent, "nginx");
	mkdirSync(folder, { recursive: true });
	const port = await freePort();
	const path = join(folder, "nginx.conf");
	writeFileSync(path, configuration({ folder, port, file, isRoot: process.getuid?.() === 0 }));
	const child = startProgram("/usr/sbin/nginx", ["-p", folder, "-c", path]);
	const isWorker = (pid) => commandLine(pid).startsWith("nginx: worker");
	const workerPid = await until("nginx", () => {
		if (!child.isRunning()) throw new Error(`nginx ended:\n${child.output()}`);
		return family(child.pid).find(isWorker);
	});
	const url = `http://127.0.0.1:${port}/${encodeURIComponent(basename(file))}`;
	return { url, workerPid, stop: child.stop };
}
