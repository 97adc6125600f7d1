export interface PartRange {
	readonly partNumber: number;
	readonly startByte: number;
	/** Exclusive. */
	readonly endByte: number;
}

/** The parts of a file: all of `partSizeBytes`, the last one with what is left. */
export function planRanges(sizeBytes: number, partSizeBytes: number): PartRange[] {
	const count = Math.max(1, Math.ceil(sizeBytes / partSizeBytes));
	return Array.from({ length: count }, (_, index) => ({
		partNumber: index + 1,
		startByte: index * partSizeBytes,
		endByte: Math.min(sizeBytes, (index + 1) * partSizeBytes),
	}));
}
