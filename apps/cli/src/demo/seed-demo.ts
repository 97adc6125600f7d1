import type { ApiClient } from "@nuclom/api/client";
import { type DemoVideo, demoOrganization, demoVideos } from "./content.ts";
import { demoPeople } from "./people.ts";
import { type DemoSession, demoSession } from "./session.ts";
import { uploadDemoVideo } from "./upload-demo-video.ts";

interface DemoTranscript {
	readonly organizationId: string;
	readonly videoId: string;
	readonly language: string;
	readonly cues: NonNullable<DemoVideo["cues"]>;
}

export interface SeedDemoOptions {
	/** Where the running app answers, such as http://localhost:3000. */
	readonly baseUrl: string;
	/** Where the login is kept, mode 0600. */
	readonly stateDir: string;
	/** Stores a transcript for the demo's first person: there is no API for that yet. */
	readonly importTranscript: (userId: string, transcript: DemoTranscript) => Promise<unknown>;
}

export interface DemoLogin {
	readonly email: string;
	readonly password: string;
	readonly path: string;
}

/** A workspace with footage, speech, threads and a transcript, made through the API once. */
export async function seedDemo(options: SeedDemoOptions): Promise<DemoLogin> {
	const [adaPerson, gracePerson] = await demoPeople(options.stateDir);
	const ada = await demoSession(options.baseUrl, adaPerson);
	const { user, organizations } = await ada.api.viewer.get();
	const existing = organizations.find(({ slug }) => slug.startsWith(demoOrganization.slug));
	const organization = existing ?? (await ada.api.organizations.create({ ...demoOrganization }));
	if (!existing) {
		const grace = await demoSession(options.baseUrl, gracePerson);
		const invite = await ada.api.invites.create({ organizationId: organization.id });
		await grace.api.invites.accept({ token: invite.url.split("/").at(-1) ?? "" });
		for (const video of demoVideos) {
			const place = { organizationId: organization.id, userId: user.id };
			await seedVideo({ ada, grace }, place, video, options);
		}
	}
	const { email, password } = adaPerson;
	return { email, password, path: `/${organization.slug}` };
}

async function seedVideo(
	people: Record<"ada" | "grace", DemoSession>,
	{ organizationId, userId }: { organizationId: string; userId: string },
	video: DemoVideo,
	options: SeedDemoOptions,
): Promise<void> {
	const videoId = await uploadDemoVideo(people.ada, organizationId, video);
	const scope = { organizationId, videoId };
	for (const { by, replies = [], ...comment } of video.comments) {
		const first = await people[by].api.comments.create({ ...scope, ...comment });
		for (const reply of replies) {
			const { id: parentId, startMs } = first;
			await people[reply.by].api.comments.create({ ...scope, body: reply.body, parentId, startMs });
		}
	}
	const { isAiConfigured } = await people.ada.api.configuration.get();
	// Where an AI is configured, it hears the speech by itself.
	if (!video.cues || isAiConfigured) return;
	await waitUntilReady(people.ada.api, scope);
	await options.importTranscript(userId, { ...scope, language: "en", cues: video.cues });
}

/** Processing ends with the transcript's status, so the import comes after it. */
async function waitUntilReady(
	api: ApiClient,
	scope: { organizationId: string; videoId: string },
): Promise<void> {
	const deadlineMs = Date.now() + 120_000;
	while (Date.now() < deadlineMs) {
		const { status, failure } = await api.videos.get(scope);
		if (status === "ready") return;
		if (status === "failed") throw new Error(`The demo video failed: ${failure?.message}`);
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	throw new Error("The demo video was not ready after two minutes. Is the worker running?");
}
