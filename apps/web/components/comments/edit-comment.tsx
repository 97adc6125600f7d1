"use client";

import { useState } from "react";
import { describeError } from "../../lib/errors.ts";
import { Button } from "../ui/button.tsx";
import type { ShownComment } from "./outbox.ts";
import { useEditComment } from "./use-edit-comment.ts";
import { WritingBox } from "./writing-box.tsx";

interface EditCommentProps {
	readonly comment: ShownComment;
	readonly onClose: () => void;
}

/** In the place of the words that are being changed. */
export function EditComment({ comment, onClose }: EditCommentProps) {
	const edit = useEditComment();
	const [body, setBody] = useState(comment.body);
	const [error, setError] = useState<string>();
	const [isBusy, setBusy] = useState(false);

	const save = async () => {
		if (body.trim() === comment.body) return onClose();
		setBusy(true);
		try {
			await edit(comment.id, body);
			onClose();
		} catch (reason) {
			const { title, hint } = describeError(reason);
			setError([title, hint].filter(Boolean).join(" "));
			setBusy(false);
		}
	};
	return (
		<WritingBox
			label="Edit comment"
			value={body}
			onChange={setBody}
			submitLabel="Save"
			onSubmit={() => void save()}
			onEscape={onClose}
			isBusy={isBusy}
			error={error}
			autoFocus
		>
			<Button size="sm" variant="ghost" onClick={onClose}>
				Keep as it was
			</Button>
		</WritingBox>
	);
}
