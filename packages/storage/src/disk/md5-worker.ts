/**
 * The program of the hashing thread. It is text, not a file, so that it also runs where a bundler has moved this
 * package's code (Next does). File descriptors are valid in every thread of a process.
 */
export const md5Worker = `
const { parentPort } = require("node:worker_threads");
const { readSync } = require("node:fs");
const { createHash } = require("node:crypto");

const buffer = Buffer.allocUnsafeSlow(256 * 1024);

function md5({ fd, start, sizeBytes }) {
	const hash = createHash("md5");
	const end = start + sizeBytes;
	for (let at = start; at < end; ) {
		const read = readSync(fd, buffer, 0, Math.min(buffer.length, end - at), at);
		if (read === 0) throw new Error("The file ended early.");
		hash.update(buffer.subarray(0, read));
		at += read;
	}
	return hash.digest("hex");
}

parentPort.on("message", (task) => {
	try {
		parentPort.postMessage({ id: task.id, md5: md5(task) });
	} catch (error) {
		parentPort.postMessage({ id: task.id, error });
	}
});
`;
