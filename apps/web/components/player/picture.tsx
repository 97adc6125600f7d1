"use client";

import { Play } from "lucide-react";
import { describeError } from "../../lib/errors.ts";
import { Button } from "../ui/button.tsx";
import { describePlaybackError } from "./playback-words.ts";
import { usePlayer, usePlayerFact } from "./player-context.tsx";
import { StagePanel } from "./stage-panel.tsx";
import { type Playback, usePlayback } from "./use-playback.ts";

interface PictureProps {
	readonly title: string;
	readonly posterUrl: string | null;
	readonly initialPlayback: Playback | undefined;
	readonly onFullscreen: () => void;
}

/** The video itself: a press plays and pauses, two fill the screen. */
export function Picture({ title, posterUrl, initialPlayback, onFullscreen }: PictureProps) {
	const player = usePlayer();
	const { playback, problem, retry } = usePlayback(initialPlayback);
	return (
		<>
			{playback ? (
				// biome-ignore lint/a11y/useMediaCaption: captions are made from the transcript in a later part.
				<video
					// A new address is a new element: the player carries the place over.
					key={playback.url}
					ref={player.attach}
					src={playback.url}
					poster={posterUrl ?? playback.posterUrl ?? undefined}
					aria-label={title}
					playsInline
					preload="metadata"
					className="absolute inset-0 size-full object-contain"
					onClick={player.toggle}
					onDoubleClick={onFullscreen}
				/>
			) : null}
			{problem === null ? <PictureOverlay /> : <PictureProblem problem={problem} onRetry={retry} />}
		</>
	);
}

function PictureOverlay() {
	const player = usePlayer();
	const isWaiting = usePlayerFact((snapshot) => snapshot.isWaiting);
	const isFresh = usePlayerFact((snapshot) => snapshot.isFresh);
	const isAttached = usePlayerFact((snapshot) => snapshot.isAttached);
	if (isWaiting || !isAttached) {
		return (
			<span className="pointer-events-none absolute inset-0 flex items-center justify-center text-ink">
				<span className="spinner size-8" aria-hidden />
			</span>
		);
	}
	// Once somebody looks at frames, nothing may stand before them.
	if (!isFresh) return null;
	// A dark disc on a bright picture, a bright ring on a dark one.
	return (
		<button
			type="button"
			tabIndex={-1}
			aria-label="Play"
			onClick={player.play}
			className="-translate-1/2 absolute top-1/2 left-1/2 flex size-16 items-center justify-center rounded-full border-2 border-ink/85 bg-canvas/75 text-ink backdrop-blur-sm transition-colors hover:border-ink hover:bg-canvas/90"
		>
			<Play aria-hidden className="ml-1 size-7 fill-current" />
		</button>
	);
}

function PictureProblem({ problem, onRetry }: { problem: Error | number; onRetry: () => void }) {
	const player = usePlayer();
	const words =
		typeof problem === "number"
			? describePlaybackError(problem, player.snapshot().currentMs)
			: { what: describeError(problem).title, next: describeError(problem).hint };
	return (
		<StagePanel title={words.what} isAlert actions={<Button onClick={onRetry}>Try again</Button>}>
			{words.next}
		</StagePanel>
	);
}
