"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Kbd } from "./kbd.tsx";
import { place, type TooltipSide } from "./place.ts";

export type { TooltipSide };

const delayMs = 450;

export interface TooltipProps {
	readonly content: ReactNode;
	readonly shortcut?: string | undefined;
	readonly side?: TooltipSide | undefined;
	/** One element, which has its own accessible name: the tooltip repeats it for the eye. */
	readonly children: ReactNode;
}

/**
 * Shown after a moment's hover, and at once on keyboard focus; Escape, a press and scrolling hide it.
 * Written on the browser's popover, because a library's tooltip costs 34 kB of the page's 200.
 */
export function Tooltip({ content, shortcut, side = "top", children }: TooltipProps) {
	const anchor = useRef<HTMLSpanElement>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const [isOpen, setOpen] = useState(false);

	const close = () => {
		clearTimeout(timer.current);
		setOpen(false);
	};
	const openSoon = () => {
		clearTimeout(timer.current);
		timer.current = setTimeout(setOpen, delayMs, true);
	};
	useEffect(() => () => clearTimeout(timer.current), []);

	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens to its child.
		<span
			ref={anchor}
			className="contents"
			onPointerEnter={(event) => event.pointerType === "mouse" && openSoon()}
			onPointerLeave={close}
			onPointerDown={close}
			onFocus={(event) => event.target.matches(":focus-visible") && setOpen(true)}
			onBlur={close}
		>
			{children}
			{isOpen ? (
				<TooltipBubble
					anchor={anchor.current?.firstElementChild ?? null}
					side={side}
					onClose={close}
				>
					{content}
					{shortcut ? <Kbd keys={shortcut} /> : null}
				</TooltipBubble>
			) : null}
		</span>
	);
}

interface TooltipBubbleProps {
	readonly anchor: Element | null;
	readonly side: TooltipSide;
	readonly onClose: () => void;
	readonly children: ReactNode;
}

function TooltipBubble({ anchor, side, onClose, children }: TooltipBubbleProps) {
	const bubble = useRef<HTMLSpanElement>(null);

	useEffect(() => {
		const element = bubble.current;
		if (!element || !anchor) return;
		element.showPopover?.();
		const { left, top } = place(
			anchor.getBoundingClientRect(),
			element.getBoundingClientRect(),
			side,
			{
				width: document.documentElement.clientWidth,
				height: document.documentElement.clientHeight,
			},
		);
		element.style.translate = `${left}px ${top}px`;
	}, [anchor, side]);

	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && onClose();
		document.addEventListener("keydown", onKeyDown);
		document.addEventListener("scroll", onClose, { capture: true, passive: true });
		return () => {
			document.removeEventListener("keydown", onKeyDown);
			document.removeEventListener("scroll", onClose, { capture: true });
		};
	}, [onClose]);

	return (
		<span
			ref={bubble}
			role="tooltip"
			popover="manual"
			className="pointer-events-none fixed inset-auto top-0 left-0 m-0 w-max max-w-64 items-center gap-2 rounded-control bg-raised px-2 py-1 font-medium text-ink text-xs shadow-float open:flex"
		>
			{children}
		</span>
	);
}
