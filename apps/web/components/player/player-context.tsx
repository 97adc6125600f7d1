"use client";

import { createContext, type ReactNode, use, useCallback, useSyncExternalStore } from "react";
import type { Player, PlayerSnapshot } from "./player.ts";

const PlayerContext = createContext<Player | null>(null);

export function PlayerProvider({
	player,
	children,
}: {
	readonly player: Player;
	readonly children: ReactNode;
}) {
	return <PlayerContext value={player}>{children}</PlayerContext>;
}

/** Actions; does not render again when time goes by. */
export function usePlayer(): Player {
	const player = use(PlayerContext);
	if (!player) throw new Error("usePlayer needs a PlayerProvider above it");
	return player;
}

/** One fact about what plays. Choose one that changes rarely: `currentMs` changes with each frame. */
export function usePlayerFact<T extends string | number | boolean | null>(
	select: (snapshot: PlayerSnapshot) => T,
): T {
	const player = usePlayer();
	const get = useCallback(() => select(player.snapshot()), [player, select]);
	return useSyncExternalStore(player.subscribe, get, get);
}
