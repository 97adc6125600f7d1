import { writeFile } from "node:fs/promises";
import { makeVideo, temporaryFolder, waitFor } from "@nuclom/testing";
import { type Session, sendFile } from "./session.ts";

export interface States {
	/** A video that could not be read. */
	readonly failedId: string;
	/** A video whose file never came in full. */
	readonly waitingId: string;
	/** Slug of an organization without videos. */
	readonly emptySlug: string;
	readonly inviteUrl: string;
}

async function sendNotes(session: Session, baseUrl: string, organizationId: string) {
	const folder = await temporaryFolder("states");
	const path = `${folder.path}/notes.mp4`;
	await writeFile(path, "These are notes, not a film. ".repeat(200));
	const file = { path, fileName: "Meeting notes.mp4" };
	const videoId = await sendFile(session, baseUrl, organizationId, file);
	await folder.close();
	return videoId;
}

async function fillTrash(session: Session, baseUrl: string, organizationId: string) {
	const { api } = session;
	const file = { path: await makeVideo({ seconds: 2 }), fileName: "Rough cut.mp4" };
	const videoId = await sendFile(session, baseUrl, organizationId, file);
	const isReady = async () =>
		(await api.videos.get({ organizationId, videoId })).status === "ready";
	await waitFor(isReady, { timeoutMs: 60_000, what: "the video for the trash" });
	await api.videos.delete({ organizationId, videoId });
}

/** Everything that a page can be besides content: empty, waiting, failed, deleted. */
export async function makeStates(
	session: Session,
	baseUrl: string,
	organizationId: string,
): Promise<States> {
	const { api } = session;
	const file = { fileName: "Harbor at dawn.mov", contentType: "video/quicktime" };
	const waiting = await api.uploads.create({ organizationId, ...file, sizeBytes: 48_000_000 });
	await fillTrash(session, baseUrl, organizationId);
	await api.apiKeys.create({ organizationId, name: "Render farm", scopes: ["upload"] });
	const failedId = await sendNotes(session, baseUrl, organizationId);
	const isFailed = async () =>
		(await api.videos.get({ organizationId, videoId: failedId })).status === "failed";
	await waitFor(isFailed, { timeoutMs: 60_000, what: "the video that cannot be read" });
	const empty = await api.organizations.create({ name: "Quiet Room" });
	const invite = await api.invites.create({ organizationId });
	return {
		failedId,
		waitingId: waiting.videoId,
		emptySlug: empty.slug,
		inviteUrl: invite.url,
	};
}
