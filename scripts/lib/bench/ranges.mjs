// Figure: the server's CPU per byte of random range reads, beside nginx with the same file.
import { readdirSync, statSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { get, inParallel } from "./http.mjs";
import { startNginx } from "./nginx.mjs";
import { createPayload } from "./payload.mjs";
import { cpuSeconds } from "./processes.mjs";
import { result, takePairs } from "./statistics.mjs";
import { uploadBytes, uploadFile } from "./upload.mjs";

const readBytes = 1024 ** 2;
const readers = 16;

/** The stored object, told from others by its size alone. */
function findStored(dataDir, sizeBytes) {
	const names = readdirSync(dataDir, { recursive: true, withFileTypes: true });
	const files = names
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	const found = files.find((file) => statSync(file, { throwIfNoEntry: false })?.size === sizeBytes);
	if (!found) throw new Error("The uploaded file was not found in local storage.");
	return found;
}

/** Reads so many random ranges; answers CPU seconds of the server per GiB. */
async function cpuPerGiB(url, pid, { sizeBytes, count }) {
	const agent = new Agent({ keepAlive: true, maxSockets: readers });
	const before = cpuSeconds(pid);
	await inParallel(readers, count, async () => {
		const start = Math.floor(Math.random() * (sizeBytes - readBytes));
		const range = `bytes=${start}-${start + readBytes - 1}`;
		const { status, bytes } = await get(url, { agent, headers: { range } });
		if (status !== 206 || bytes !== readBytes) throw new Error(`${status} with ${bytes} bytes`);
	});
	const used = cpuSeconds(pid) - before;
	agent.destroy();
	return used / ((count * readBytes) / 1024 ** 3);
}

export async function ranges({ product, workspace, folder, isQuick, say }) {
	const sizeBytes = uploadBytes(isQuick);
	const { call, organization } = workspace;
	const videoId =
		workspace.uploadedVideoId ?? (await uploadFile(product, workspace, createPayload(sizeBytes)));
	await workspace.waitReady(videoId);
	const { url } = await call("GET", `${organization}/videos/${videoId}/download`);
	const address = new URL(url, product.baseUrl);
	const nginx = await startNginx(folder, findStored(join(folder, "data"), sizeBytes));
	const reads = { sizeBytes, count: isQuick ? 1024 : 4096 };
	const side = (name, url, pid) => async () => {
		const used = await cpuPerGiB(url, pid, reads);
		say(`ranges: ${name} ${used.toFixed(3)} s/GiB`);
		return used;
	};
	try {
		const sides = {
			ours: side("ours", address, product.webPid),
			peer: side("nginx", nginx.url, nginx.workerPid),
		};
		// Both have read the file once before it counts.
		await sides.ours();
		await sides.peer();
		const pairs = await takePairs(5, sides);
		const name = "range-read-cpu";
		const note = `${reads.count} random reads of 1 MiB by ${readers} readers a round; nginx with sendfile and one worker, as Debian sets it`;
		return [result({ name, unit: "CPU s/GiB", ...pairs, limit: 2, note })];
	} finally {
		await nginx.stop();
	}
}
