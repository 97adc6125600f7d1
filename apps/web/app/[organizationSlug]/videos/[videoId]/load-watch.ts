import { notFound } from "next/navigation";
import { cache } from "react";
import { isApiError } from "@/lib/errors.ts";
import { getServerApi, requireOrganization } from "@/lib/server.ts";

/** What the first paint of a watch page needs, asked for once per request; 404 where there is no video. */
export const loadWatch = cache(async (organizationSlug: string, videoId: string) => {
	const { viewer, organization } = await requireOrganization(organizationSlug);
	const api = await getServerApi();
	const input = { organizationId: organization.id, videoId };
	try {
		const [initialVideo, initialComments, initialPlayback] = await Promise.all([
			api.videos.get(input),
			api.comments.list({ ...input, limit: 200 }),
			api.videos.playback(input).catch(unlessNotReady),
		]);
		return { organization, viewer: viewer.user, initialVideo, initialComments, initialPlayback };
	} catch (error) {
		// An address that is no id at all is refused as input; for a reader both are "not there".
		if (isApiError(error) && ["VIDEO_NOT_FOUND", "INPUT_INVALID"].includes(error.code)) notFound();
		throw error;
	}
});

function unlessNotReady(error: unknown): undefined {
	if (isApiError(error) && ["VIDEO_NOT_READY", "VIDEO_NOT_FOUND"].includes(error.code)) return;
	throw error;
}
