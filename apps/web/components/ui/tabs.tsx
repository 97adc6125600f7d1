"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";

interface Tab<Id extends string> {
	readonly id: Id;
	readonly label: string;
	/** Shown after the label, in figures. */
	readonly count?: number | undefined;
}

export interface TabsProps<Id extends string> {
	readonly label: string;
	readonly tabs: readonly Tab<Id>[];
	readonly value: Id;
	readonly onValueChange: (id: Id) => void;
	/** The chosen tab's panel. The caller keeps the choice, preferably in the address. */
	readonly children: ReactNode;
	readonly className?: string | undefined;
	readonly panelClassName?: string | undefined;
}

const steps: Record<string, (index: number, count: number) => number> = {
	ArrowRight: (index, count) => (index + 1) % count,
	ArrowLeft: (index, count) => (index - 1 + count) % count,
	Home: () => 0,
	End: (_, count) => count - 1,
};

/**
 * Tabs with automatic activation, as the ARIA Authoring Practices describe them.
 * Our own, because they stand on the watch page's first paint and a library's cost 13 kB there.
 */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
	const { label, tabs, value, onValueChange, children, className, panelClassName } = props;
	const baseId = useId();
	const list = useRef<HTMLDivElement>(null);

	const onKeyDown = (event: KeyboardEvent) => {
		const step = steps[event.key];
		const index = tabs.findIndex((tab) => tab.id === value);
		const next = step && tabs[step(index, tabs.length)];
		if (!next) return;
		event.preventDefault();
		event.stopPropagation();
		onValueChange(next.id);
		list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
	};

	return (
		<div className={clsx("flex min-h-0 flex-col", className)}>
			<div
				ref={list}
				role="tablist"
				aria-label={label}
				className="flex shrink-0 gap-1 overflow-x-auto border-line border-b px-2"
				onKeyDown={onKeyDown}
			>
				{tabs.map((tab) => (
					<button
						key={tab.id}
						id={`${baseId}-${tab.id}`}
						data-tab={tab.id}
						type="button"
						role="tab"
						aria-selected={tab.id === value}
						aria-controls={`${baseId}-panel`}
						tabIndex={tab.id === value ? 0 : -1}
						className="relative h-10 shrink-0 rounded-control px-2 font-medium text-ink-muted text-sm transition-colors after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full hover:text-ink focus-visible:-outline-offset-2 aria-selected:text-ink aria-selected:after:bg-accent-mark coarse:h-11"
						onClick={() => onValueChange(tab.id)}
					>
						{tab.label}
						{tab.count ? <span className="mono ml-1.5 text-ink-muted">{tab.count}</span> : null}
					</button>
				))}
			</div>
			<div
				id={`${baseId}-panel`}
				role="tabpanel"
				aria-labelledby={`${baseId}-${value}`}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable by keyboard.
				tabIndex={0}
				className={clsx("min-h-0 flex-1 focus-visible:-outline-offset-2", panelClassName)}
			>
				{children}
			</div>
		</div>
	);
}
