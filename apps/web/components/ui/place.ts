export type TooltipSide = "top" | "bottom" | "left" | "right";

interface Size {
	readonly width: number;
	readonly height: number;
}
interface Box extends Size {
	readonly left: number;
	readonly top: number;
}

const gap = 6;
const margin = 4;
const opposite = { top: "bottom", bottom: "top", left: "right", right: "left" } as const;

function at(anchor: Box, popup: Size, side: TooltipSide): { left: number; top: number } {
	const centerLeft = anchor.left + (anchor.width - popup.width) / 2;
	const centerTop = anchor.top + (anchor.height - popup.height) / 2;
	switch (side) {
		case "top":
			return { left: centerLeft, top: anchor.top - popup.height - gap };
		case "bottom":
			return { left: centerLeft, top: anchor.top + anchor.height + gap };
		case "left":
			return { left: anchor.left - popup.width - gap, top: centerTop };
		case "right":
			return { left: anchor.left + anchor.width + gap, top: centerTop };
	}
}

/** Where a popup goes beside its anchor: on the other side when it does not fit, never off the screen. */
export function place(anchor: Box, popup: Size, side: TooltipSide, screen: Size) {
	const fits = ({ left, top }: { left: number; top: number }) =>
		side === "top" || side === "bottom"
			? top >= margin && top + popup.height <= screen.height - margin
			: left >= margin && left + popup.width <= screen.width - margin;
	const wanted = at(anchor, popup, side);
	const flipped = at(anchor, popup, opposite[side]);
	const { left, top } = fits(wanted) || !fits(flipped) ? wanted : flipped;
	const clamp = (value: number, size: number, limit: number) =>
		Math.round(Math.max(margin, Math.min(value, limit - size - margin)));
	return {
		left: clamp(left, popup.width, screen.width),
		top: clamp(top, popup.height, screen.height),
	};
}
