"use client";

import { buttonClass } from "../ui/button-class.ts";
import { Menu } from "../ui/menu.tsx";
import { rates } from "./player.ts";
import { usePlayer, usePlayerFact } from "./player-context.tsx";

const label = (rate: number) => `${rate}×`;

/** How fast it plays. */
export function RateMenu() {
	const player = usePlayer();
	const rate = usePlayerFact((snapshot) => snapshot.rate);
	return (
		<Menu
			label="Speed"
			side="top"
			align="end"
			entries={rates.map((candidate) => ({
				kind: "action" as const,
				label: label(candidate),
				isCurrent: candidate === rate,
				onSelect: () => player.setRate(candidate),
			}))}
		>
			{(trigger) => (
				<button
					type="button"
					{...trigger}
					aria-label={`Speed: ${label(rate)}`}
					className={buttonClass({ variant: "ghost", size: "sm", className: "mono px-2" })}
				>
					{label(rate)}
				</button>
			)}
		</Menu>
	);
}
