/** A rule as `setting → value`, with S3's own names: `Expiration.Days → 3`. Lists are sorted: their order means nothing. */
export type Settings = ReadonlyMap<string, string>;

function isLeaf(value: unknown): boolean {
	return typeof value !== "object" || value === null || value instanceof Date;
}

function textOf(value: unknown): string {
	if (value instanceof Date) return value.toISOString();
	if (!Array.isArray(value)) return value === "" ? '""' : String(value);
	return value
		.map((one) => (isLeaf(one) ? String(one) : JSON.stringify(one)))
		.toSorted()
		.join(", ");
}

function* entriesOf(value: object, path: string): Generator<[string, string]> {
	for (const [name, inner] of Object.entries(value)) {
		if (inner === undefined) continue;
		if (isLeaf(inner) || Array.isArray(inner)) yield [`${path}${name}`, textOf(inner)];
		else yield* entriesOf(inner as object, `${path}${name}.`);
	}
}

/** The settings of a rule, without its id. */
export function settingsOf(rule: object): Settings {
	const entries = [...entriesOf(rule, "")].filter(([name]) => name !== "ID");
	return new Map(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Header names have no case. */
const comparable = ([name, value]: [string, string]) =>
	/Headers$/.test(name) ? `${name}=${value.toLowerCase()}` : `${name}=${value}`;

/** Do two rules say the same, whatever their ids? */
export function isSameRule(one: object, other: object): boolean {
	const text = (rule: object) => JSON.stringify([...settingsOf(rule)].map(comparable));
	return text(one) === text(other);
}
