const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"] as const;

/** A size in binary units with at most three digits that matter: `812 B`, `1.43 GiB`, `16 MiB`. */
export function formatBytes(bytes: number): string {
	let value = Math.max(0, bytes);
	let unit = 0;
	// 1023.5 would be rounded to a four-digit "1024".
	while (value >= 1023.5 && unit < units.length - 1) {
		value /= 1024;
		unit += 1;
	}
	const digits = unit === 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
	return `${Number(value.toFixed(digits))} ${units[unit]}`;
}

/** A speed: `8.4 MiB/s`. */
export function formatBytesPerSecond(bytesPerSecond: number): string {
	return `${formatBytes(bytesPerSecond)}/s`;
}
