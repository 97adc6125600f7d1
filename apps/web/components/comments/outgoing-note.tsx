"use client";

import { describeError } from "../../lib/errors.ts";
import { Button } from "../ui/button.tsx";
import { outbox, type ShownComment } from "./outbox.ts";
import { useSendComment } from "./use-send-comment.ts";

/** Under a comment that is not on the server: what happened, what is safe, what to do. */
export function OutgoingNote({ comment }: { readonly comment: ShownComment }) {
	const { sendAgain } = useSendComment();
	const error = comment.outgoing?.error;
	if (!error) return <p className="sr-only">Sending…</p>;
	const { title, hint, code } = describeError(error);
	return (
		<div role="alert" className="mt-1 text-danger-ink text-sm">
			<p>
				Not posted. {title} {code === "NETWORK" ? "Your words are kept here." : hint}
			</p>
			<div className="mt-1.5 flex gap-2">
				<Button size="sm" onClick={() => sendAgain(comment.id)}>
					Post again
				</Button>
				<Button size="sm" variant="ghost" onClick={() => outbox.remove(comment.id)}>
					Discard
				</Button>
			</div>
		</div>
	);
}
