import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** One line of text. 16 px on touch, because iOS zooms into anything smaller. */
export function Input({ className, ...props }: ComponentProps<"input">) {
	return (
		<input
			{...props}
			className={clsx(
				"control h-9 w-full min-w-0 px-2.5 text-base coarse:h-11 coarse:text-md",
				className,
			)}
		/>
	);
}
