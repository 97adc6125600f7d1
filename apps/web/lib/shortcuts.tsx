"use client";

import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from "react";
import { tinykeys } from "tinykeys";
import { ShortcutHelp } from "../components/shell/shortcut-help.tsx";

export interface Shortcut {
	/** In tinykeys' notation: `"k"`, `"Shift+ArrowLeft"`, `"$mod+Enter"`. */
	readonly keys: string;
	/** A verb, as on a button. */
	readonly label: string;
	readonly run: (event: KeyboardEvent) => void;
}

type Lists = Map<symbol, readonly Shortcut[]>;
interface Registry {
	readonly register: (id: symbol, list: readonly Shortcut[] | undefined) => void;
	readonly showHelp: () => void;
}

const RegistryContext = createContext<Registry | undefined>(undefined);

const editable = "input, textarea, select, [contenteditable=''], [contenteditable=true]";

/** Keys mean letters while somebody writes, and nothing on the page behind an open dialog. */
export function isTypingOrModal(event: KeyboardEvent): boolean {
	const target = event.target instanceof Element ? event.target : undefined;
	if (event.isComposing || target?.closest(editable)) return true;
	return Boolean(document.querySelector("[role=dialog], [role=alertdialog], [role=menu]"));
}

/** Knows the keys of everything on the page; `?` lists them. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
	const lists = useRef<Lists>(new Map());
	const [shown, setShown] = useState<readonly Shortcut[] | null>(null);

	const registry = useMemo<Registry>(
		() => ({
			register: (id, list) => {
				if (list) lists.current.set(id, list);
				else lists.current.delete(id);
			},
			showHelp: () => setShown([...lists.current.values()].flat()),
		}),
		[],
	);

	useEffect(
		() => tinykeys(window, { "[Shift]+?": registry.showHelp }, { ignore: isTypingOrModal }),
		[registry],
	);

	return (
		<RegistryContext value={registry}>
			{children}
			<ShortcutHelp shortcuts={shown} onClose={() => setShown(null)} />
		</RegistryContext>
	);
}

/** Opens the list of the page's keys, for a menu entry. */
export function useShortcutHelp(): () => void {
	return use(RegistryContext)?.showHelp ?? (() => {});
}

/** Keys that work while the calling component is on the page, and are listed under `?`. */
export function useShortcuts(list: readonly Shortcut[]): void {
	const registry = use(RegistryContext);
	const latest = useRef(list);
	const signature = list.map((shortcut) => `${shortcut.keys} ${shortcut.label}`).join("\n");

	useEffect(() => {
		latest.current = list;
	});
	// The signature says when the keys change; what they do is read when they are pressed.
	useEffect(() => {
		const id = Symbol();
		registry?.register(id, latest.current);
		const bindings = Object.fromEntries(
			latest.current.map(({ keys }) => [
				keys,
				(event: KeyboardEvent) => {
					const shortcut = latest.current.find((candidate) => candidate.keys === keys);
					if (!shortcut) return;
					event.preventDefault();
					shortcut.run(event);
				},
			]),
		);
		const stop = tinykeys(window, bindings, { ignore: isTypingOrModal });
		return () => {
			stop();
			registry?.register(id, undefined);
		};
	}, [registry, signature]);
}
