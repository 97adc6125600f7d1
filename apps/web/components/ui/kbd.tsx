import { clsx } from "clsx";

const names: Record<string, string> = {
	ArrowLeft: "←",
	ArrowRight: "→",
	ArrowUp: "↑",
	ArrowDown: "↓",
	Escape: "Esc",
	Space: "Space",
	"Shift+?": "?",
	"([0-9])": "0–9",
};

export interface KbdProps {
	/** In tinykeys' notation: `"k"`, `"Shift+ArrowLeft"`, `"g l"` for one after the other. */
	readonly keys: string;
	readonly className?: string | undefined;
}

/** One key or a combination, drawn as keys. */
export function Kbd({ keys, className }: KbdProps) {
	// A modifier in brackets may be needed or not, by the keyboard's layout: the character says enough.
	const plain = keys.replaceAll(/\[\w+\]\+/g, "");
	const presses = (names[plain] ?? plain).split(" ").flatMap((press) => press.split("+"));
	return (
		<span className={clsx("inline-flex gap-0.5", className)}>
			{presses.map((key) => (
				<kbd
					key={key}
					className="mono inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line bg-sunken px-1 text-ink-muted text-xs"
				>
					{names[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
				</kbd>
			))}
		</span>
	);
}
