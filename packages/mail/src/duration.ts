const units = [
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
] as const;

/** "1 hour", "2 days", "90 minutes": in the largest unit that says it exactly. */
export function inWords(ms: number): string {
	const exact = units.find(([, unitMs]) => ms >= unitMs && ms % unitMs === 0);
	const [name, unitMs] = exact ?? units[2];
	const count = Math.max(1, Math.floor(ms / unitMs));
	return `${count} ${name}${count === 1 ? "" : "s"}`;
}
