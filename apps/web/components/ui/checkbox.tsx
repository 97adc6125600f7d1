import { clsx } from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "className"> {
	readonly label: ReactNode;
	/** A sentence on what it means. */
	readonly description?: ReactNode;
	readonly className?: string | undefined;
}

/** A yes or no, with its name and a sentence. The whole line answers to a press. */
export function Checkbox({ label, description, className, ...props }: CheckboxProps) {
	const id = useId();
	return (
		<div className={clsx("relative flex items-start gap-2.5 coarse:py-1.5", className)}>
			<input
				{...props}
				id={id}
				type="checkbox"
				aria-describedby={description ? `${id}-about` : undefined}
				// Above the label, which is spread over the whole line.
				className="relative z-1 mt-0.5 size-4 shrink-0 accent-accent"
			/>
			<div className="min-w-0 flex-1">
				<label htmlFor={id} className="font-medium text-sm before:absolute before:inset-0">
					{label}
				</label>
				{description ? (
					<p id={`${id}-about`} className="text-ink-muted text-sm">
						{description}
					</p>
				) : null}
			</div>
		</div>
	);
}
