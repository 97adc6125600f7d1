import { seedDemo } from "../../../apps/cli/src/demo/seed-demo.ts";
import { askForPassword, signInBefore } from "../../../apps/web/test/support/session.ts";
import { makeStates } from "../../../apps/web/test/support/states.ts";
import { temporaryFolder, waitFor } from "../../../packages/testing/src/index.ts";

async function seed(baseUrl) {
	const folder = await temporaryFolder("screens");
	try {
		// The stand-in AI hears the speech, so nothing is imported.
		return await seedDemo({ baseUrl, stateDir: folder.path, importTranscript: async () => {} });
	} finally {
		await folder.close();
	}
}

async function findSpeech(api, organizationId) {
	const { items } = await api.videos.list({ organizationId });
	const { id: videoId } = items.find(({ title }) => title.startsWith("Inaugural"));
	const isRead = async () =>
		(await api.insights.get({ organizationId, videoId })).status === "ready";
	await waitFor(isRead, { timeoutMs: 120_000, what: "the notes of the AI" });
	return videoId;
}

/** The demo, and beside it every state that a page can be in. */
export async function makeDemoWorld(baseUrl) {
	const { email, password } = await seed(baseUrl);
	const session = await signInBefore(baseUrl, { email, password });
	const { organizations } = await session.api.viewer.get();
	const { id, slug } = organizations[0];
	await askForPassword(baseUrl, email);
	const states = await makeStates(session, baseUrl, id);
	const videoId = await findSpeech(session.api, id);
	return { session, world: { ...states, slug, videoId } };
}
