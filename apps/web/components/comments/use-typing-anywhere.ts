"use client";

import { useEffect, useRef } from "react";
import { isTypingOrModal } from "../../lib/shortcuts.tsx";

/** Keys that mean something else while nobody writes: see usePlayerKeys, and `?` of the page. */
const taken = new Set([..."kjlmfc0123456789,.<>?/ "]);

/** Would this key, pressed while nothing has the focus, begin a sentence? */
export function beginsComment(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
	// "Process" is what an input method (Chinese, Japanese, Korean …) reports for every key.
	if (event.key === "Process") return true;
	if ([...event.key].length !== 1) return false;
	// A capital begins a sentence: "Look" may be typed although L alone is a shortcut.
	return !taken.has(event.key) && (event.shiftKey || !taken.has(event.key.toLowerCase()));
}

/** Typing anywhere starts a comment: the box has the focus before the letter arrives in it. */
export function useTypingAnywhere(openComposer: () => void): void {
	const open = useRef(openComposer);
	useEffect(() => {
		open.current = openComposer;
	});
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			if (!isTypingOrModal(event) && beginsComment(event)) open.current();
		};
		window.addEventListener("keydown", onKeyDown);
		return () => window.removeEventListener("keydown", onKeyDown);
	}, []);
}
