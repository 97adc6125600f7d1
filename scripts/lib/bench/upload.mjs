// Figure: an upload through the front beside a bare streaming copy over HTTP, and the memory it takes.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inParallel, put } from "./http.mjs";
import { blockBytes, createPayload } from "./payload.mjs";
import { peakMemoryMiB, resetPeakMemory, startProgram, until } from "./processes.mjs";
import { result, takePairs } from "./statistics.mjs";

const mebibyte = 1024 ** 2;
export const uploadBytes = (isQuick) => (isQuick ? 112 * mebibyte : 1024 * mebibyte);

/** Uploads as a browser does: created, parts sent four at a time, completed. Answers the video's id. */
export async function uploadFile({ baseUrl }, { call, organization }, blocks) {
	const sizeBytes = blocks.reduce((sum, block) => sum + block.length, 0);
	const file = { fileName: "bench.mp4", contentType: "video/mp4", title: "Bench" };
	const created = await call("POST", `${organization}/uploads`, { ...file, sizeBytes });
	const { uploadId, partCount, partSizeBytes, videoId } = created;
	if (partSizeBytes !== blockBytes) throw new Error(`Parts have ${partSizeBytes} bytes now.`);
	const path = `${organization}/uploads/${uploadId}`;
	const partNumbers = Array.from({ length: partCount }, (_, index) => index + 1);
	const signed = await call("POST", `${path}/parts`, { partNumbers });
	const agent = new Agent({ keepAlive: true, maxSockets: 4 });
	const parts = [];
	await inParallel(4, partCount, async (index) => {
		const { partNumber, url, headers } = signed.parts[index];
		const sent = { agent, headers, blocks: [blocks[index]] };
		const response = await put(new URL(url, baseUrl), sent);
		parts.push({ partNumber, etag: response.headers.etag });
	});
	agent.destroy();
	await call("POST", `${path}/complete`, { parts });
	return videoId;
}

async function startPeer(folder) {
	const script = fileURLToPath(new URL("peer-upload-server.mjs", import.meta.url));
	const child = startProgram(process.execPath, [script, folder]);
	const port = await until("the peer", () => child.output().trim());
	return { url: `http://127.0.0.1:${port}/`, stop: child.stop };
}

async function timed(bytes, action) {
	// What earlier rounds left to be written is not this round's.
	execFileSync("sync");
	const startedAt = performance.now();
	await action();
	return bytes / mebibyte / ((performance.now() - startedAt) / 1000);
}

export async function upload({ product, workspace, folder, isQuick, say }) {
	const bytes = uploadBytes(isQuick);
	const blocks = createPayload(bytes);
	const peer = await startPeer(folder);
	const growth = [];
	async function ours() {
		const before = resetPeakMemory(product.webPid);
		let videoId;
		const throughput = await timed(bytes, async () => {
			videoId = await uploadFile(product, workspace, blocks);
		});
		growth.push(peakMemoryMiB(product.webPid) - before);
		// The worker reads it now; the next round waits until it is done.
		await workspace.waitReady(videoId);
		workspace.uploadedVideoId = videoId;
		say(`upload: ours ${throughput.toFixed(0)} MiB/s, + ${growth.at(-1).toFixed(1)} MiB`);
		return throughput;
	}
	async function bare() {
		const agent = new Agent({ keepAlive: true });
		const throughput = await timed(bytes, () => put(peer.url, { agent, blocks }));
		agent.destroy();
		rmSync(join(folder, "peer.bin"));
		say(`upload: peer ${throughput.toFixed(0)} MiB/s`);
		return throughput;
	}
	try {
		const pairs = await takePairs(5, { ours, peer: bare });
		const size = `${bytes / mebibyte} MiB`;
		const throughput = { name: "upload-throughput", unit: "MiB/s", ...pairs };
		const memory = { name: "upload-memory", unit: "MiB", ours: growth };
		return [
			result({
				...{ ...throughput, limit: 0.5, isMinimum: true },
				note: `${size} with sign, 4 parts at a time, MD5 of each, complete; peer: one PUT piped to a file`,
			}),
			result({
				...{ ...memory, limit: 64, judgedBy: "worst" },
				note: "front's peak resident memory less the memory right before each upload",
			}),
		];
	} finally {
		await peer.stop();
	}
}
