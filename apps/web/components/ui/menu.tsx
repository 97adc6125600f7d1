"use client";

import { lazy, type ReactNode, useRef, useState } from "react";
import { LazyPart } from "../system/lazy-part.tsx";
import type { MenuEntry } from "./menu-popup.tsx";

export type { MenuEntry };

const load = () => import("./menu-popup.tsx");
const MenuPopup = lazy(load);

/** Spread these on the button that opens the menu. */
interface MenuTriggerProps {
	readonly ref: React.RefObject<HTMLButtonElement | null>;
	readonly "aria-haspopup": "menu";
	readonly "aria-expanded": boolean;
	readonly onClick: (event: React.MouseEvent) => void;
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
	const [openedBy, setOpenedBy] = useState<"keyboard" | "pointer">();
	const open = (by: "keyboard" | "pointer") => {
		setOpenedBy(by);
		setOpen(true);
	};
	return (
		<>
			{children({
				ref: trigger,
				"aria-haspopup": "menu",
				"aria-expanded": isOpen,
				// A click that no pointer made comes from Enter or Space.
				onClick: (event) => open(event.detail === 0 ? "keyboard" : "pointer"),
				onKeyDown: (event) => {
					if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
					event.preventDefault();
					open("keyboard");
				},
				onPointerEnter: load,
				onFocus: load,
			})}
			{openedBy ? (
				<LazyPart>
					<MenuPopup
						label={label}
						entries={entries}
						side={side}
						align={align}
						anchor={trigger}
						isOpen={isOpen}
						isFromKeyboard={openedBy === "keyboard"}
						onOpenChange={setOpen}
					/>
				</LazyPart>
			) : null}
		</>
	);
}
