import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** A surface with a hairline around it. */
export function Panel({ className, ...props }: ComponentProps<"section">) {
	return (
		<section
			{...props}
			className={clsx("rounded-panel border border-line bg-surface", className)}
		/>
	);
}
