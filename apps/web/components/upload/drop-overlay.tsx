"use client";

import { Upload } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { bringsFiles, type Dropped, takeFiles } from "./dropped-files.ts";

const editable = "input, textarea, [contenteditable=true]";

/** The whole window takes files; while some hang over it, it says so calmly. */
export function DropOverlay({ onDrop }: { readonly onDrop: (dropped: Promise<Dropped>) => void }) {
	const [isOver, setOver] = useState(false);
	const take = useRef(onDrop);
	useEffect(() => {
		take.current = onDrop;
	});
	useEffect(() => {
		const handlers = {
			// Every element that is crossed sends its own leave, also one that is taken away under the hand; only
			// out of the window there is nowhere to go. What still hangs over the page says so many times a second.
			dragleave: (event: DragEvent) => event.relatedTarget === null && setOver(false),
			dragover: (event: DragEvent) => {
				if (!bringsFiles(event.dataTransfer)) return;
				event.preventDefault();
				setOver(true);
				if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
			},
			drop: (event: DragEvent) => {
				setOver(false);
				if (!event.dataTransfer || !bringsFiles(event.dataTransfer)) return;
				event.preventDefault();
				take.current(takeFiles(event));
			},
			paste: (event: ClipboardEvent) => {
				if (!event.clipboardData || !bringsFiles(event.clipboardData)) return;
				if (event.target instanceof Element && event.target.closest(editable)) return;
				event.preventDefault();
				take.current(takeFiles(event));
			},
		};
		const entries = Object.entries(handlers) as [string, EventListener][];
		for (const [name, handler] of entries) window.addEventListener(name, handler);
		return () => {
			for (const [name, handler] of entries) window.removeEventListener(name, handler);
		};
	}, []);

	if (!isOver) return null;
	return (
		<div className="pointer-events-none fixed inset-0 z-50 flex items-center justify-center bg-canvas/80 p-4 backdrop-blur-xs">
			<div className="flex size-full items-center justify-center rounded-panel border-2 border-accent-mark border-dashed">
				<p className="flex items-center gap-3 font-medium text-lg">
					<Upload aria-hidden className="size-6 text-accent-ink" />
					Drop to upload
				</p>
			</div>
		</div>
	);
}
