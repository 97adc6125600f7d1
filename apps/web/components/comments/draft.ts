import type { Moment } from "../player/frame.ts";

export interface Draft {
	readonly body: string;
	readonly moment: Moment;
}

const key = (videoId: string) => `nuclom-draft-${videoId}`;

/** What was typed and not posted: it outlives a reload, because retyping is a small loss every time. */
export function loadDraft(videoId: string): Draft | null {
	try {
		const draft: Draft | null = JSON.parse(sessionStorage.getItem(key(videoId)) ?? "null");
		return draft && typeof draft.body === "string" && Number.isInteger(draft.moment?.startMs)
			? draft
			: null;
	} catch {
		return null;
	}
}

export function saveDraft(videoId: string, draft: Draft | null): void {
	try {
		if (draft?.body) sessionStorage.setItem(key(videoId), JSON.stringify(draft));
		else sessionStorage.removeItem(key(videoId));
	} catch {
		// Storage is full or switched off: the words are still in the box.
	}
}
