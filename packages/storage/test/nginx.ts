import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isListening, requireProgram, waitFor } from "@nuclom/testing";
import getPort, { portNumbers } from "get-port";

export interface Nginx {
	/** The one worker, which does the work. */
	readonly pid: number;
	readonly origin: string;
	stop(): Promise<void>;
}

/** As Debian ships it (`sendfile on; tcp_nopush on`), but for one worker and no log. */
function config(server: string, port: number): string {
	const user = process.getuid?.() === 0 ? "user root;" : "";
	return `${user} worker_processes 1; daemon off; pid nginx.pid; error_log stderr crit;
events { worker_connections 768; }
http {
	sendfile on; tcp_nopush on; access_log off; keepalive_requests 1000000;
	client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
	uwsgi_temp_path uwsgi; scgi_temp_path scgi;
	server { listen 127.0.0.1:${port}; ${server} }
}
`;
}

/** Debian's nginx with these lines in its one server, such as `root /srv;`. */
export async function startNginx(folder: string, server: string): Promise<Nginx> {
	const nginx = await requireProgram("nginx", "nginx-light");
	const port = await getPort({ port: portNumbers(20_000, 32_000) });
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "nginx.conf"), config(server, port));
	const args = ["-p", folder, "-c", "nginx.conf", "-e", "stderr"];
	const child = spawn(nginx, args, { stdio: "inherit" });
	await waitFor(() => isListening(port), { what: "nginx to listen" });
	const { pid } = child;
	const workers = await waitFor(async () =>
		(await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).trim(),
	);
	return {
		pid: Number(workers),
		origin: `http://127.0.0.1:${port}`,
		async stop() {
			const ended = once(child, "exit");
			child.kill("SIGTERM");
			await ended;
		},
	};
}
