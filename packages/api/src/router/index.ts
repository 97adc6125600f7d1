import { apiKeys, configuration, invites, members, organizations, viewer } from "./account.ts";
import { implementer as os } from "./base.ts";
import { streamEvents } from "./event-stream.ts";
import { ai, comments, insights, transcripts, trash, uploads, videos } from "./videos.ts";

/** The one router: every operation of the contract, and its verb. */
export const router = os.router({
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
	events: { stream: os.events.stream.handler((request) => streamEvents(request)) },
});
