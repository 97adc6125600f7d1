import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

/** Spread these on the control. */
export interface FieldControl {
	readonly id: string;
	readonly "aria-describedby": string | undefined;
	readonly "aria-invalid": true | undefined;
}

export interface FieldProps {
	readonly label: ReactNode;
	readonly hint?: ReactNode;
	/** What is wrong, and what to do. */
	readonly error?: ReactNode;
	/** At the end of the label's line, such as a link. */
	readonly aside?: ReactNode;
	readonly isLabelHidden?: boolean | undefined;
	readonly className?: string | undefined;
	readonly children: (control: FieldControl) => ReactNode;
}

/** Label, control, hint and error, tied together for a screen reader. */
export function Field(props: FieldProps) {
	const { label, hint, error, aside, isLabelHidden, className, children } = props;
	const id = useId();
	const hintId = hint ? `${id}-hint` : undefined;
	const errorId = error ? `${id}-error` : undefined;
	return (
		<div className={clsx("flex flex-col gap-1.5", className)}>
			<div
				className={clsx("flex items-baseline justify-between gap-4", isLabelHidden && "sr-only")}
			>
				<label htmlFor={id} className="font-medium text-sm">
					{label}
				</label>
				{aside}
			</div>
			{children({
				id,
				"aria-describedby": [errorId, hintId].filter(Boolean).join(" ") || undefined,
				"aria-invalid": error ? true : undefined,
			})}
			{error ? (
				<p id={errorId} role="alert" className="text-danger-ink text-sm">
					{error}
				</p>
			) : null}
			{hint ? (
				<p id={hintId} className="text-ink-muted text-sm">
					{hint}
				</p>
			) : null}
		</div>
	);
}
