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
		// Every element that is crossed sends its own enter and leave.
		let depth = 0;
		const show = (change: number) => {
			depth = Math.max(0, depth + change);
			setOver(depth > 0);
		};
		const handlers = {
			dragenter: (event: DragEvent) => bringsFiles(event.dataTransfer) && show(1),
			dragleave: (event: DragEvent) => bringsFiles(event.dataTransfer) && show(-1),
			dragover: (event: DragEvent) => {
				if (!bringsFiles(event.dataTransfer)) return;
				event.preventDefault();
				if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
			},
			drop: (event: DragEvent) => {
				show(-depth);
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
