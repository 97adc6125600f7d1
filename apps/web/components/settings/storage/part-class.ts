/** The color of each part, in the bar and beside its name. */
export const partClass = {
	videos: "bg-accent-mark",
	trash: "bg-caution-mark",
	announced: "bg-control-line",
} as const;
