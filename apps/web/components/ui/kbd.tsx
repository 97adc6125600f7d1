import { clsx } from "clsx";

const names: Record<string, string> = {
	ArrowLeft: "←",
	ArrowRight: "→",
	ArrowUp: "↑",
	ArrowDown: "↓",
	Escape: "Esc",
	Space: "Space",
	"Shift+?": "?",
};

export interface KbdProps {
	/** In tinykeys' notation: `"k"`, `"Shift+ArrowLeft"`, `"g l"` for one after the other. */
	readonly keys: string;
	readonly className?: string | undefined;
}

/** One key or a combination, drawn as keys. */
export function Kbd({ keys, className }: KbdProps) {
	const presses = (names[keys] ?? keys).split(" ").flatMap((press) => press.split("+"));
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
