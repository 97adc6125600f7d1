const hues = 12;

/** Same id, same hue, in every browser and on the server: FNV-1a over the id. */
function hueOf(id: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < id.length; index += 1) {
		hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
	}
	return (hash >>> 0) % hues;
}

/** Classes that give a subtree a person's colors: `bg-person-tint text-person-ink bg-person-mark`. */
export function personClass(id: string): string {
	return `person hue-${hueOf(id)}`;
}

/** "Ada Lovelace" → "AL", "张伟" → "张", "🦊" → "🦊"; "?" for a blank name. */
export function initialsOf(name: string): string {
	const words = name.trim().split(/\s+/);
	const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) =>
		String([...new Intl.Segmenter().segment(word ?? "")][0]?.segment ?? ""),
	);
	return letters.join("").toUpperCase() || "?";
}
