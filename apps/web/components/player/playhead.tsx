"use client";

import { useEffect, useRef } from "react";
import { usePlayer } from "./player-context.tsx";

/** Moves with every frame, past React: sixty renders a second would be a waste. */
export function Playhead({ durationMs }: { readonly durationMs: number }) {
	const player = usePlayer();
	const head = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const move = () => {
			const { currentMs } = player.snapshot();
			const ratio = durationMs > 0 ? Math.min(1, currentMs / durationMs) : 0;
			if (head.current) head.current.style.left = `${ratio * 100}%`;
		};
		move();
		return player.subscribe(move);
	}, [player, durationMs]);
	return (
		<div
			ref={head}
			aria-hidden
			className="pointer-events-none absolute inset-y-0 left-0 -ml-px w-0.5 rounded-full bg-accent-mark"
		/>
	);
}
