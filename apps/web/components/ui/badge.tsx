import { clsx } from "clsx";
import type { ReactNode } from "react";

const tones = {
	neutral: "bg-hover text-ink-muted",
	accent: "bg-accent-soft text-accent-ink",
	positive: "bg-positive-soft text-positive-ink",
	caution: "bg-caution-soft text-caution-ink",
	danger: "bg-danger-soft text-danger-ink",
} as const;

export type Tone = keyof typeof tones;

export interface BadgeProps {
	readonly tone?: Tone | undefined;
	readonly icon?: ReactNode;
	readonly className?: string | undefined;
	readonly children: ReactNode;
}

/** A state in a word or two. */
export function Badge({ tone = "neutral", icon, className, children }: BadgeProps) {
	return (
		<span
			className={clsx(
				"inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs",
				tones[tone],
				className,
			)}
		>
			{icon}
			{children}
		</span>
	);
}
