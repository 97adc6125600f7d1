"use client";

import type { Transcript } from "@nuclom/services/schemas";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw, Sparkles } from "lucide-react";
import { orpc } from "../../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { toastError } from "../ui/toast.ts";
import { useVideoInput } from "../watch/watch-context.tsx";

type AiStatus = Transcript["status"];

interface AiStateProps {
	readonly status: Exclude<AiStatus, "ready">;
	readonly failure: string | null;
	/** What would be here: "The transcript". */
	readonly what: string;
	/** While it is being made. */
	readonly working: string;
	/** Where there is nothing to make it from. */
	readonly none: string;
	/** Such as "what is said, with its time". */
	readonly promise: string;
	readonly canEdit: boolean;
}

/** In the place of what the AI makes, until it has made it. */
export function AiState(props: AiStateProps) {
	const { status, what, working, none, promise, failure } = props;
	switch (status) {
		case "off":
			return (
				<EmptyState icon={<Sparkles aria-hidden />} title={`${what} would be here`}>
					It holds {promise}. To switch it on, whoever runs this server sets{" "}
					<code className="mono text-ink text-sm">OPENAI_API_KEY</code>, or{" "}
					<code className="mono text-ink text-sm">OPENAI_BASE_URL</code> for another server that
					speaks the same language.
				</EmptyState>
			);
		case "none":
			return <EmptyState title={none} />;
		case "waiting":
			return (
				<EmptyState title={`${what} comes by itself`}>
					It is made as soon as the video is ready.
				</EmptyState>
			);
		case "working":
			return (
				<EmptyState title={working}>
					It appears here by itself.
					<ProgressBar label={working} value={null} className="mx-auto mt-4 max-w-48" />
				</EmptyState>
			);
		case "failed":
			return (
				<EmptyState
					title={failure ?? `${what} could not be made.`}
					actions={props.canEdit ? <ReadAgain /> : null}
				>
					The video itself is not affected.
				</EmptyState>
			);
	}
}

function ReadAgain() {
	const input = useVideoInput();
	const queryClient = useQueryClient();
	const analyze = useMutation(
		orpc.ai.analyze.mutationOptions({
			onSuccess: () =>
				Promise.all([
					queryClient.invalidateQueries({ queryKey: orpc.transcripts.get.key({ input }) }),
					queryClient.invalidateQueries({ queryKey: orpc.insights.get.key({ input }) }),
				]),
			onError: toastError,
		}),
	);
	return (
		<Button
			icon={<RotateCcw aria-hidden />}
			isBusy={analyze.isPending}
			onClick={() => analyze.mutate(input)}
		>
			Try again
		</Button>
	);
}
