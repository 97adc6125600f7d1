const units = ["kB", "MB", "GB", "TB"] as const;

/** `640 kB`, `1.2 GB`: decimal, as disks and networks are sold. */
export function formatBytes(bytes: number): string {
	if (bytes < 1000) return `${bytes} B`;
	let value = bytes / 1000;
	let unit = 0;
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit += 1;
	}
	return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`;
}

/** `40 s`, `3 min`, `2 h 5 min`: no more exact than a guess is. */
export function formatDuration(seconds: number): string {
	if (seconds < 60) return `${Math.ceil(seconds)} s`;
	const minutes = Math.round(seconds / 60);
	if (minutes < 60) return `${minutes} min`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
