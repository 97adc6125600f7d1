"use client";

import { Volume1, Volume2, VolumeX } from "lucide-react";
import { IconButton } from "../ui/icon-button.tsx";
import { usePlayer, usePlayerFact } from "./player-context.tsx";

/** Sound on and off, and how loud; the slider only where a hand has a pointer for it. */
export function VolumeControl() {
	const player = usePlayer();
	const isMuted = usePlayerFact((snapshot) => snapshot.isMuted || snapshot.volume === 0);
	const volume = usePlayerFact((snapshot) => snapshot.volume);
	const Icon = isMuted ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
	return (
		<span className="group flex items-center">
			<IconButton
				label={isMuted ? "Sound on" : "Sound off"}
				shortcut="M"
				icon={<Icon aria-hidden />}
				onClick={player.toggleMute}
			/>
			<input
				type="range"
				aria-label="Volume"
				min={0}
				max={100}
				value={isMuted ? 0 : Math.round(volume * 100)}
				className="h-8 w-16 cursor-pointer coarse:hidden"
				onChange={(event) => player.setVolume(Number(event.currentTarget.value) / 100)}
			/>
		</span>
	);
}
