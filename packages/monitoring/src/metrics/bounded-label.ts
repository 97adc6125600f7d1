/** Prometheus keeps a series per label value for ever; past this many the rest share one. */
const maxValues = 200;
const maxLength = 80;

/**
 * Keeps the values of one label few and free of ids: what looks like an id or a number becomes
 * ":id", a query is cut off, and after 200 different values the rest are "other". A caller should
 * pass route patterns and operation names; this is for the day when one does not.
 */
export function createBoundedLabel(): (value: string) => string {
	const known = new Set<string>();
	return (value) => {
		const label = withoutIds(value);
		if (known.has(label)) {
			return label;
		}
		if (known.size >= maxValues) {
			return "other";
		}
		known.add(label);
		return label;
	};
}

function withoutIds(value: string): string {
	const bare = value
		.replace(/[?#].*$/s, "")
		.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, ":id")
		.replace(/(?<=^|\/)(?:\d+|[0-9a-f]{16,}|(?=[\w-]*\d)[\w-]{32,})(?=\/|$)/gi, ":id")
		.slice(0, maxLength);
	return bare === "" ? "unknown" : bare;
}
