"use client";

import { formatTimecode } from "../../lib/format/timecode.ts";
import { type FrameRate, frameInSecond } from "./frame.ts";
import { usePlayerFact } from "./player-context.tsx";

/** The clock, once a second; while it stands still, the frame within the second as well. */
export function CurrentTime({ rate }: { readonly rate: FrameRate | null }) {
	const text = usePlayerFact((snapshot) => formatTimecode(snapshot.currentMs));
	const frame = usePlayerFact((snapshot) =>
		rate && !snapshot.isPlaying ? frameInSecond(snapshot.currentMs / 1000, rate) : null,
	);
	return (
		<>
			<span className="text-ink">{text}</span>
			{rate ? (
				<span className="inline-block min-w-[3ch] text-ink-muted" title="Frame within the second">
					{frame === null ? "" : `:${String(frame).padStart(2, "0")}`}
				</span>
			) : null}
		</>
	);
}
