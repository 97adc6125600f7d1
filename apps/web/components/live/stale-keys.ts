import type { DomainEvent } from "@nuclom/services/schemas";
import { generateOperationKey } from "@orpc/tanstack-query";

type Key = readonly unknown[];

export interface Staleness {
	/** Queries to ask for again. */
	readonly keys: readonly Key[];
	/** A video whose summary stands in lists: it is fetched alone instead of every page of a list. */
	readonly videoId: string | null;
}

const key = (path: string[], input: Record<string, string>): Key =>
	generateOperationKey(path, { input });

/** Lists that a video stands in, and what they weigh. */
const comesOrGoes = ({ organizationId }: DomainEvent): Key[] =>
	["videos.list", "trash.list", "organizations.storage"].map((path) =>
		key(path.split("."), { organizationId }),
	);

/** What an event makes stale. Keys match partly: input and pages that are not named are all meant. */
export function staleAfter(event: DomainEvent): Staleness {
	const { organizationId } = event;
	const videoId = event.parentId ?? event.id;
	const ofVideo = (...path: string[]) => key(path, { organizationId, videoId });
	const inOrganization = (...path: string[]) => key(path, { organizationId });

	switch (event.type) {
		case "video.created":
			// Also what comes back from the trash, with its page still open somewhere.
			return { keys: [...comesOrGoes(event), ofVideo("videos", "get")], videoId: null };
		case "video.updated":
			return { keys: [inOrganization("organizations", "storage")], videoId };
		case "video.deleted":
			return { keys: [...comesOrGoes(event), ofVideo("videos", "get")], videoId: null };
		case "comment.created":
		case "comment.deleted":
			return { keys: [ofVideo("comments", "list")], videoId };
		case "comment.updated":
			return { keys: [ofVideo("comments", "list")], videoId: null };
		case "transcript.updated":
			return { keys: [ofVideo("transcripts", "get")], videoId };
		case "insights.updated":
			return { keys: [ofVideo("insights", "get")], videoId };
		case "organization.updated":
			return { keys: [["viewer"], ["organizations"]].map((path) => key(path, {})), videoId: null };
		case "members.updated":
			return { keys: [inOrganization("members", "list"), key(["viewer"], {})], videoId: null };
	}
}
