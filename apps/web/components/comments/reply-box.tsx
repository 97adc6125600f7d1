"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";
import type { ShownComment } from "./outbox.ts";
import { useSendComment } from "./use-send-comment.ts";
import { WritingBox } from "./writing-box.tsx";

interface ReplyBoxProps {
	/** The first of the thread. */
	readonly to: ShownComment;
	readonly onClose: () => void;
}

/** An answer stands at the moment of what it answers. */
export function ReplyBox({ to, onClose }: ReplyBoxProps) {
	const { post } = useSendComment();
	const [body, setBody] = useState("");
	return (
		<WritingBox
			label={`Reply to ${to.author?.name ?? "this comment"}`}
			placeholder="Reply"
			value={body}
			onChange={setBody}
			submitLabel="Reply"
			onSubmit={() => {
				post(body, { startMs: to.startMs }, to.id);
				onClose();
			}}
			onEscape={() => {
				if (!body.trim()) onClose();
			}}
			autoFocus
		>
			<Button size="sm" variant="ghost" onClick={onClose}>
				Cancel
			</Button>
		</WritingBox>
	);
}
