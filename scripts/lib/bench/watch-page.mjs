// Figure: the server's time for the watch page beside the emptiest page that is rendered on request.
import { Agent } from "node:http";
import { get } from "./http.mjs";
import { median, result, takePairs } from "./statistics.mjs";

/** Median time of requests sent one after the other, to the answer's last byte, in ms. */
async function medianMs(url, { headers, agent, count }) {
	const times = [];
	for (let index = 0; index < count; index++) {
		const startedAt = performance.now();
		const { status, bytes } = await get(url, { agent, headers });
		times.push(performance.now() - startedAt);
		if (status !== 200 || bytes < 1000) throw new Error(`${url}: ${status} with ${bytes} bytes`);
	}
	return median(times);
}

/** A page that comes from a cache would be no measure of rendering. */
async function assertDynamic(url, agent) {
	const { headers } = await get(url, { agent });
	const cached = headers["x-nextjs-cache"] ?? headers["x-nextjs-prerender"];
	if (cached !== undefined) throw new Error(`${url} is not dynamic: ${cached}`);
}

export async function watchPage({ product, workspace, isQuick, say }) {
	const { slug, videoId, cookie } = workspace;
	const watch = `${product.baseUrl}/${slug}/videos/${videoId}`;
	const empty = `${product.baseUrl}/sign-in`;
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	await assertDynamic(empty, agent);
	const side = (name, url, headers) => async (count) => {
		const ms = await medianMs(url, { agent, headers, count });
		say(`watch page: ${name} ${ms.toFixed(2)} ms`);
		return ms;
	};
	const ours = side("watch", watch, { cookie });
	const peer = side("sign-in", empty, {});
	// Node compiles what is hot within the first hundreds of requests.
	const warmUp = isQuick ? 50 : 300;
	await ours(warmUp);
	await peer(warmUp);
	const count = isQuick ? 20 : 200;
	const pairs = await takePairs(5, { ours: () => ours(count), peer: () => peer(count) });
	agent.destroy();
	const name = "watch-page-server-time";
	const note = `median of ${count} requests in a row, to the last byte; the emptiest dynamic page is /sign-in, signed out`;
	return [result({ name, unit: "ms", ...pairs, limit: 2, note })];
}
