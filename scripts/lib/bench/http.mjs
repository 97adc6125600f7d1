// Plain HTTP requests that cost the bench itself as little as they can.
import { once } from "node:events";
import { request } from "node:http";

/** Sends blocks one after the other, and answers when the whole answer is there. */
export async function put(url, { agent, headers = {}, blocks }) {
	const length = blocks.reduce((sum, block) => sum + block.length, 0);
	const outgoing = request(url, {
		method: "PUT",
		agent,
		headers: { ...headers, "content-length": length },
	});
	const answered = once(outgoing, "response");
	// A failed write is told by the answer, or by its absence.
	answered.catch(() => {});
	for (const block of blocks)
		if (!outgoing.write(block)) await Promise.race([once(outgoing, "drain"), answered]);
	outgoing.end();
	const [response] = await answered;
	response.resume();
	await once(response, "end");
	if (response.statusCode !== 200) throw new Error(`PUT answered ${response.statusCode}.`);
	return response;
}

/** Reads and drops the answer; answers its status, headers and number of bytes. */
export async function get(url, { agent, headers }) {
	const outgoing = request(url, { agent, headers });
	outgoing.end();
	const [response] = await once(outgoing, "response");
	let bytes = 0;
	response.on("data", (chunk) => {
		bytes += chunk.length;
	});
	await once(response, "end");
	return { status: response.statusCode, headers: response.headers, bytes };
}

/** Does `count` tasks, so many at a time. */
export async function inParallel(width, count, task) {
	let next = 0;
	const runner = async () => {
		while (next < count) await task(next++);
	};
	await Promise.all(Array.from({ length: width }, runner));
}
