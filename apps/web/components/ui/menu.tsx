"use client";

import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import type { MenuEntry } from "./menu-popup.tsx";

export type { MenuEntry };

const load = () => import("./menu-popup.tsx");
const MenuPopup = lazy(load);

/** Spread these on the button that opens the menu. */
export interface MenuTriggerProps {
	readonly ref: React.RefObject<HTMLButtonElement | null>;
	readonly "aria-haspopup": "menu";
	readonly "aria-expanded": boolean;
	readonly onClick: () => void;
	readonly onKeyDown: (event: React.KeyboardEvent) => void;
	readonly onPointerEnter: () => void;
	readonly onFocus: () => void;
}

export interface MenuProps {
	readonly label: string;
	readonly entries: readonly MenuEntry[];
	readonly side?: "top" | "bottom" | undefined;
	readonly align?: "start" | "end" | undefined;
	readonly children: (trigger: MenuTriggerProps) => ReactNode;
}

/** A list of actions behind a button. What draws it is fetched when the button is approached. */
export function Menu({ label, entries, side = "bottom", align = "start", children }: MenuProps) {
	const trigger = useRef<HTMLButtonElement>(null);
	const [isOpen, setOpen] = useState(false);
	const [wasOpened, setWasOpened] = useState(false);
	const open = () => {
		setWasOpened(true);
		setOpen(true);
	};
	return (
		<>
			{children({
				ref: trigger,
				"aria-haspopup": "menu",
				"aria-expanded": isOpen,
				onClick: open,
				onKeyDown: (event) => {
					if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
					event.preventDefault();
					open();
				},
				onPointerEnter: load,
				onFocus: load,
			})}
			{wasOpened ? (
				<Suspense>
					<MenuPopup
						label={label}
						entries={entries}
						side={side}
						align={align}
						anchor={trigger}
						isOpen={isOpen}
						onOpenChange={setOpen}
					/>
				</Suspense>
			) : null}
		</>
	);
}
