"use client";

import { useEffect, useRef, useState } from "react";
import type { Moment } from "../player/frame.ts";
import { usePlayer } from "../player/player-context.tsx";
import { useWatch } from "../watch/watch-context.tsx";
import { loadDraft, saveDraft } from "./draft.ts";
import { useSendComment } from "./use-send-comment.ts";

/**
 * What is being written, and the frame that it is about: pinned when writing begins, so that the
 * comment stays where it was meant when the picture moves on.
 */
export function useComposer() {
	const { videoId, selectComment } = useWatch();
	const player = usePlayer();
	const { post } = useSendComment();
	const [body, setBody] = useState("");
	const [pinned, setPinned] = useState<Moment | null>(null);
	const wasPlaying = useRef(false);

	useEffect(() => {
		const draft = loadDraft(videoId);
		if (!draft) return;
		setBody(draft.body);
		setPinned(draft.moment);
	}, [videoId]);

	/** Before there is a picture, a comment is about the whole video. */
	const momentNow = (): Moment => (player.snapshot().isAttached ? player.moment() : { startMs: 0 });
	const keep = (next: string, moment: Moment | null) => {
		setBody(next);
		setPinned(moment);
		saveDraft(videoId, moment ? { body: next, moment } : null);
	};
	const begin = () => {
		if (pinned) return;
		wasPlaying.current = player.snapshot().isPlaying;
		player.pause();
		setPinned(momentNow());
	};
	return {
		body,
		pinned,
		begin,
		write: (next: string) => keep(next, pinned ?? momentNow()),
		pinHere: () => keep(body, momentNow()),
		/** Nothing was written: the box follows the picture again. */
		leave: () => {
			if (!body.trim()) keep("", null);
		},
		post: () => {
			const comment = post(body, pinned ?? momentNow());
			keep("", null);
			selectComment(comment.id);
		},
		goOn: () => {
			if (wasPlaying.current) player.play();
			wasPlaying.current = false;
		},
	};
}
