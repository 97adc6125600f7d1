import { clsx } from "clsx";

type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
type ButtonSize = "sm" | "md" | "lg";

export interface ButtonLook {
	readonly variant?: ButtonVariant | undefined;
	readonly size?: ButtonSize | undefined;
	readonly className?: string | undefined;
}

const variants: Record<ButtonVariant, string> = {
	primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
	secondary: "border-line bg-surface text-ink hover:bg-hover active:bg-pressed",
	ghost: "border-transparent text-ink-muted hover:bg-hover hover:text-ink active:bg-pressed",
	danger: "border-transparent bg-danger text-on-danger hover:bg-danger-hover",
};

const sizes: Record<ButtonSize, string> = {
	sm: "h-8 px-2.5 text-sm",
	md: "h-9 px-3 text-base",
	lg: "h-10 px-4 text-base",
};

/** The look of a button, for a button and for a link that acts like one. */
export function buttonClass({ variant = "secondary", size = "md", className }: ButtonLook = {}) {
	return clsx(
		"inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control border font-medium transition-colors coarse:h-11",
		"disabled:cursor-not-allowed disabled:border-transparent disabled:bg-hover disabled:text-ink-muted aria-disabled:cursor-default",
		variants[variant],
		sizes[size],
		className,
	);
}
