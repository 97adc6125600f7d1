import { clsx } from "clsx";
import type { ComponentProps } from "react";

/** Several lines; grows with what is written in it. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
	return (
		<textarea
			rows={2}
			{...props}
			className={clsx(
				"control field-sizing-content max-h-64 min-h-9 w-full resize-none px-2.5 py-1.5 text-base coarse:text-md",
				className,
			)}
		/>
	);
}
