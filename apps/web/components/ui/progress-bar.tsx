import { clsx } from "clsx";

const tones = {
	accent: "bg-accent-mark",
	positive: "bg-positive-mark",
	caution: "bg-caution-mark",
	danger: "bg-danger",
} as const;

export interface ProgressBarProps {
	readonly label: string;
	/** 0 to 1; null while it is not known how much there is. */
	readonly value: number | null;
	readonly tone?: keyof typeof tones | undefined;
	readonly className?: string | undefined;
}

/** How far something is. */
export function ProgressBar({ label, value, tone = "accent", className }: ProgressBarProps) {
	const share = value === null ? undefined : Math.min(1, Math.max(0, value));
	return (
		<div
			role="progressbar"
			aria-label={label}
			aria-valuemin={0}
			aria-valuemax={100}
			aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
			className={clsx("h-1 w-full overflow-hidden rounded-full bg-pressed", className)}
		>
			<div
				className={clsx(
					"h-full rounded-full",
					tones[tone],
					share === undefined
						? "w-[30%] animate-[slide_1.4s_ease-in-out_infinite]"
						: "origin-left transition-[width]",
				)}
				style={share === undefined ? undefined : { width: `${share * 100}%` }}
			/>
		</div>
	);
}
