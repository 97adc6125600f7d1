"use client";

import {
	Link2,
	Maximize,
	Minimize,
	Pause,
	PictureInPicture2,
	Play,
	RotateCcw,
	RotateCw,
} from "lucide-react";
import { formatTimecode } from "../../lib/format/timecode.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { copyMomentLink } from "../watch/copy-link.ts";
import { CurrentTime } from "./current-time.tsx";
import type { FrameRate } from "./frame.ts";
import { usePlayer, usePlayerFact } from "./player-context.tsx";
import { RateMenu } from "./rate-menu.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { VolumeControl } from "./volume-control.tsx";

interface ControlsProps {
	/** Where frames are evenly spaced: their number is shown. */
	readonly rate: FrameRate | null;
	readonly isFullscreen: boolean;
	readonly onFullscreen: () => void;
	readonly onPictureInPicture: () => void;
}

/** One row of buttons under the strip. Everything here has a key as well. */
export function Controls(props: ControlsProps) {
	const { rate, isFullscreen, onFullscreen, onPictureInPicture } = props;
	const player = usePlayer();
	const isHydrated = useHydrated();
	const durationMs = usePlayerFact((snapshot) => snapshot.durationMs);
	const hasPictureInPicture = isHydrated && document.pictureInPictureEnabled;
	return (
		<div className="flex items-center gap-0.5 px-2 pb-2 max-sm:pb-0.5">
			<PlayButton />
			<IconButton
				label="Back 10 seconds"
				shortcut="J"
				icon={<RotateCcw aria-hidden />}
				className="max-sm:hidden"
				onClick={() => player.seekBy(-10_000)}
			/>
			<IconButton
				label="Forward 10 seconds"
				shortcut="L"
				icon={<RotateCw aria-hidden />}
				className="max-sm:hidden"
				onClick={() => player.seekBy(10_000)}
			/>
			<VolumeControl />
			<span className="mono ml-2 text-ink-muted text-sm">
				<CurrentTime rate={rate} />
				<span aria-hidden> / </span>
				<span className="sr-only">of</span>
				{formatTimecode(durationMs)}
			</span>
			<span className="flex-1" />
			<RateMenu />
			<IconButton
				label="Copy link to this moment"
				icon={<Link2 aria-hidden />}
				onClick={() => copyMomentLink(player.moment().startMs)}
			/>
			{hasPictureInPicture ? (
				<IconButton
					label="Picture in picture"
					icon={<PictureInPicture2 aria-hidden />}
					className="max-sm:hidden"
					onClick={onPictureInPicture}
				/>
			) : null}
			<IconButton
				label={isFullscreen ? "Leave full screen" : "Full screen"}
				shortcut="F"
				icon={isFullscreen ? <Minimize aria-hidden /> : <Maximize aria-hidden />}
				onClick={onFullscreen}
			/>
		</div>
	);
}

function PlayButton() {
	const player = usePlayer();
	const isPlaying = usePlayerFact((snapshot) => snapshot.isPlaying);
	return (
		<IconButton
			label={isPlaying ? "Pause" : "Play"}
			shortcut="K"
			icon={
				isPlaying ? (
					<Pause aria-hidden className="fill-current" />
				) : (
					<Play aria-hidden className="fill-current" />
				)
			}
			className="text-ink"
			onClick={player.toggle}
		/>
	);
}
