import { Agent, get, type IncomingMessage, request } from "node:http";

/** Zeros would do as well: neither server looks at the bytes, MD5 is as fast on any. */
const block = Buffer.alloc(1024 * 1024, "nuclom");

/** Sends a part of this size; gives the ETag. */
export function sendPart(url: string, sizeBytes: number, agent: Agent): Promise<string> {
	return new Promise((resolve, reject) => {
		const headers = { "content-length": sizeBytes };
		const sending = request(url, { method: "PUT", agent, headers }, (response) => {
			response.resume().on("end", () => {
				if (response.statusCode === 200) resolve(response.headers.etag ?? "");
				else reject(new Error(`PUT was answered with ${response.statusCode}`));
			});
		});
		sending.on("error", reject);
		let left = sizeBytes;
		function write(): void {
			while (left > 0) {
				const chunk = left < block.length ? block.subarray(0, left) : block;
				left -= chunk.length;
				if (!sending.write(chunk)) {
					sending.once("drain", write);
					return;
				}
			}
			sending.end();
		}
		write();
	});
}

/** Reads a range and throws the bytes away. */
export function readRange(
	url: string,
	start: number,
	sizeBytes: number,
	agent: Agent,
): Promise<void> {
	const headers = { range: `bytes=${start}-${start + sizeBytes - 1}` };
	return new Promise((resolve, reject) => {
		const take = (response: IncomingMessage) => {
			let received = 0;
			response.on("data", (chunk: Buffer) => {
				received += chunk.length;
			});
			response.on("end", () => {
				if (response.statusCode === 206 && received === sizeBytes) resolve();
				else reject(new Error(`GET was answered with ${response.statusCode}, ${received} bytes`));
			});
		};
		get(url, { agent, headers }, take).on("error", reject);
	});
}

/** Works on 0 … count − 1, so many at a time; gives the seconds it took. */
export async function inParallel(
	count: number,
	width: number,
	work: (index: number, agent: Agent) => Promise<unknown>,
): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: width });
	let next = 0;
	const run = async () => {
		while (next < count) await work(next++, agent);
	};
	const begin = performance.now();
	await Promise.all(Array.from({ length: width }, run));
	const seconds = (performance.now() - begin) / 1000;
	agent.destroy();
	return seconds;
}
