import { apiKeys, configuration, invites, members, organizations, viewer } from "./account.ts";
import { comments } from "./comments.ts";
import { events } from "./events.ts";
import { ai, insights, transcripts, trash, uploads, videos } from "./videos.ts";

/** The one HTTP contract; paths are below /api. */
export const contract = {
	configuration,
	viewer,
	organizations,
	members,
	invites,
	apiKeys,
	videos,
	trash,
	uploads,
	comments,
	transcripts,
	insights,
	ai,
	events,
};

export type Contract = typeof contract;
