import { clsx } from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Tooltip, type TooltipSide } from "./tooltip.tsx";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
	/** The accessible name, and the tooltip. */
	readonly label: string;
	readonly icon: ReactNode;
	/** Key that does the same, shown in the tooltip: `"K"`, `"Shift+?"`. */
	readonly shortcut?: string | undefined;
	readonly tooltipSide?: TooltipSide | undefined;
}

/** A button that is only a picture; its name is shown on hover and on focus. */
export function IconButton(props: IconButtonProps) {
	const { label, icon, shortcut, tooltipSide, className, type, ...rest } = props;
	return (
		<Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
			<button
				{...rest}
				type={type ?? "button"}
				aria-label={label}
				aria-keyshortcuts={shortcut}
				className={clsx(
					"inline-flex size-8 shrink-0 items-center justify-center rounded-control text-ink-muted transition-colors hover:bg-hover hover:text-ink active:bg-pressed aria-pressed:bg-accent-soft aria-pressed:text-accent-ink aria-expanded:bg-hover disabled:cursor-not-allowed disabled:opacity-55 coarse:size-11",
					className,
				)}
			>
				{icon}
			</button>
		</Tooltip>
	);
}
