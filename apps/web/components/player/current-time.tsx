"use client";

import { formatTimecode } from "../../lib/format/timecode.ts";
import { usePlayerFact } from "./player-context.tsx";

/** The clock; renders once a second. */
export function CurrentTime({ className }: { readonly className?: string }) {
	const text = usePlayerFact((snapshot) => formatTimecode(snapshot.currentMs));
	return <span className={className}>{text}</span>;
}
