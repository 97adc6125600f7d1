"use client";

import { Menu } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Fragment, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Kbd } from "./kbd.tsx";

interface MenuItemLook {
	readonly label: string;
	readonly icon?: ReactNode;
	readonly tone?: "danger" | undefined;
	readonly isCurrent?: boolean | undefined;
	readonly isDisabled?: boolean | undefined;
	/** In tinykeys' notation. */
	readonly shortcut?: string | undefined;
}

/** An action, a link, a heading with a second line, or a line between groups. */
export type MenuEntry =
	| (MenuItemLook & { readonly kind: "action"; readonly onSelect: () => void })
	| (MenuItemLook & { readonly kind: "link"; readonly href: Route })
	| { readonly kind: "heading"; readonly label: string; readonly detail?: string | undefined }
	| { readonly kind: "separator" };

interface MenuPopupProps {
	readonly label: string;
	readonly entries: readonly MenuEntry[];
	readonly side: "top" | "bottom";
	readonly align: "start" | "end";
	readonly anchor: RefObject<HTMLButtonElement | null>;
	readonly isOpen: boolean;
	/** Then the first entry is marked at once. */
	readonly isFromKeyboard: boolean;
	readonly onOpenChange: (isOpen: boolean) => void;
}

export default function MenuPopup(props: MenuPopupProps) {
	const { label, entries, side, align, anchor, isOpen, isFromKeyboard, onOpenChange } = props;
	const popup = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!isOpen || !isFromKeyboard) return;
		// After Base UI has moved the focus into the popup, in the same frame.
		const frame = requestAnimationFrame(() =>
			popup.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(),
		);
		return () => cancelAnimationFrame(frame);
	}, [isOpen, isFromKeyboard]);
	return (
		<Menu.Root open={isOpen} onOpenChange={onOpenChange}>
			<Menu.Portal>
				<Menu.Positioner
					anchor={anchor}
					side={side}
					align={align}
					sideOffset={6}
					// It hangs on the body, outside of every landmark: a region of its own.
					role="region"
					aria-label={label}
					className="z-40"
				>
					<Menu.Popup
						ref={popup}
						aria-label={label}
						finalFocus={anchor}
						className="min-w-[max(13rem,var(--anchor-width))] max-w-80 origin-(--transform-origin) rounded-panel bg-raised p-1 shadow-float outline-hidden transition-[opacity,scale] duration-120 data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0"
					>
						{entries.map((entry, index) => (
							<Fragment key={index}>{renderEntry(entry)}</Fragment>
						))}
					</Menu.Popup>
				</Menu.Positioner>
			</Menu.Portal>
		</Menu.Root>
	);
}

function renderEntry(entry: MenuEntry) {
	if (entry.kind === "separator") return <Menu.Separator className="-mx-1 my-1 h-px bg-line" />;
	if (entry.kind === "heading") {
		return (
			<div role="presentation" className="px-2 py-1.5">
				<p className="truncate font-medium text-sm">{entry.label}</p>
				{entry.detail ? <p className="truncate text-ink-muted text-xs">{entry.detail}</p> : null}
			</div>
		);
	}
	const className = clsx(
		"flex h-8 items-center gap-2 rounded-control px-2 text-sm outline-hidden select-none data-disabled:opacity-55 data-highlighted:bg-hover coarse:h-11",
		entry.tone === "danger" && "text-danger-ink",
	);
	if (entry.kind === "link") {
		return (
			<Menu.LinkItem closeOnClick className={className} render={<Link href={entry.href} />}>
				<EntryContent {...entry} />
			</Menu.LinkItem>
		);
	}
	return (
		<Menu.Item
			disabled={entry.isDisabled}
			aria-keyshortcuts={entry.shortcut}
			className={className}
			onClick={entry.onSelect}
		>
			<EntryContent {...entry} />
		</Menu.Item>
	);
}

function EntryContent({ label, icon, isCurrent, shortcut }: MenuItemLook) {
	return (
		<>
			{icon ? <span className="flex w-5 justify-center text-ink-muted">{icon}</span> : null}
			<span className="min-w-0 flex-1 truncate">{label}</span>
			{isCurrent ? <Check aria-label="current" className="text-accent-ink" /> : null}
			{shortcut ? (
				<span aria-hidden>
					<Kbd keys={shortcut} className="touch:hidden" />
				</span>
			) : null}
		</>
	);
}
