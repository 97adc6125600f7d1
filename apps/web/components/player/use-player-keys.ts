"use client";

import { useEffect } from "react";
import { isTypingOrModal, useShortcuts } from "../../lib/shortcuts.tsx";
import { usePlayer } from "./player-context.tsx";

const pressable = "button, a, summary, [role=button], [role=tab], [role=menuitem]";

interface PlayerKeysOptions {
	readonly onFullscreen: () => void;
	readonly onComment: () => void;
}

/** The keys of film editors and of the big players, wherever they agree. */
export function usePlayerKeys({ onFullscreen, onComment }: PlayerKeysOptions): void {
	const player = usePlayer();
	/** Keys move a picture, and do nothing while there is none. */
	const onPicture = (run: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
		if (player.snapshot().isAttached) run(event);
	};
	const seekBy = (ms: number) => onPicture(() => player.seekBy(ms));
	const step = (count: number) => onPicture(() => player.stepFrames(count));
	const jump = onPicture(({ key }) =>
		player.seek({ startMs: (player.snapshot().durationMs * Number(key)) / 10 }),
	);
	useShortcuts([
		{ keys: "k", label: "Play or pause (Space, too)", run: onPicture(player.toggle) },
		{ keys: "j", label: "Back 10 seconds", run: seekBy(-10_000) },
		{ keys: "l", label: "Forward 10 seconds", run: seekBy(10_000) },
		{ keys: "ArrowLeft", label: "Back 5 seconds", run: seekBy(-5000) },
		{ keys: "ArrowRight", label: "Forward 5 seconds", run: seekBy(5000) },
		{ keys: ",", label: "One frame back", run: step(-1) },
		{ keys: ".", label: "One frame forward", run: step(1) },
		{ keys: "[Shift]+<", label: "Slower", run: () => player.changeRate(-1) },
		{ keys: "[Shift]+>", label: "Faster", run: () => player.changeRate(1) },
		{ keys: "([0-9])", label: "Jump to 0–90 %", run: jump },
		{ keys: "m", label: "Sound on or off", run: player.toggleMute },
		{ keys: "f", label: "Full screen", run: onFullscreen },
		{ keys: "c", label: "Comment on this frame", run: onComment },
	]);

	useEffect(() => {
		// Space also presses the button that has the focus: there it must stay the button's.
		const onKeyDown = (event: KeyboardEvent) => {
			if (event.code !== "Space" || event.ctrlKey || event.metaKey || event.altKey) return;
			if (event.defaultPrevented || isTypingOrModal(event)) return;
			if (event.target instanceof Element && event.target.closest(pressable)) return;
			event.preventDefault();
			player.toggle();
		};
		window.addEventListener("keydown", onKeyDown);
		return () => window.removeEventListener("keydown", onKeyDown);
	}, [player]);
}
