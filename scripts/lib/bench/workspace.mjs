// A workspace with the demo's videos, and a session of the person who owns it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../run.mjs";
import { until } from "./processes.mjs";

const source = (path) => import(pathToFileURL(join(root, "apps/cli/src/demo", path)).href);

async function signIn(baseUrl, { email, password }) {
	const response = await fetch(`${baseUrl}/api/auth/sign-in/email`, {
		method: "POST",
		headers: { "content-type": "application/json", origin: baseUrl },
		body: JSON.stringify({ email, password }),
	});
	if (!response.ok) throw new Error(`Sign-in answered ${response.status}.`);
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(";")[0])
		.join("; ");
}

/** Speaks the public REST API with the session's cookie. */
function client(baseUrl, cookie) {
	return async (method, path, body) => {
		const response = await fetch(`${baseUrl}/api/v1${path}`, {
			method,
			headers: { cookie, origin: baseUrl, ...(body && { "content-type": "application/json" }) },
			...(body && { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
		return text ? JSON.parse(text) : undefined;
	};
}

/**
 * @returns {Promise<{ cookie: string, call: (method: string, path: string, body?: object) => Promise<any>,
 *   slug: string, organization: string, videoId: string, waitReady: (videoId: string) => Promise<any> }>}
 *   `organization` is the path of its API, `videoId` a ready video with threads.
 */
export async function seedWorkspace({ baseUrl }, stateDir) {
	const { seedDemo } = await source("seed-demo.ts");
	const login = await seedDemo({ baseUrl, stateDir, importTranscript: async () => {} });
	const cookie = await signIn(baseUrl, login);
	const call = client(baseUrl, cookie);
	const slug = login.path.slice(1);
	const { organizations } = await call("GET", "/viewer");
	const { id } = organizations.find((candidate) => candidate.slug === slug);
	const organization = `/organizations/${id}`;
	const waitReady = (videoId) =>
		until("a video to be ready", async () => {
			const video = await call("GET", `${organization}/videos/${videoId}`);
			if (video.status === "failed") throw new Error(`It failed: ${JSON.stringify(video.failure)}`);
			return video.status === "ready" && video;
		});
	const { videos, items } = await call("GET", `${organization}/videos`);
	const [{ id: videoId }] = videos ?? items;
	await waitReady(videoId);
	return { cookie, call, slug, organization, videoId, waitReady };
}
