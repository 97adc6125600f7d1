import type { ReactNode } from "react";

interface StagePanelProps {
	readonly title: string;
	readonly children?: ReactNode;
	readonly actions?: ReactNode;
	/** Is read out at once. */
	readonly isAlert?: boolean | undefined;
}

/** Words in the picture's place. */
export function StagePanel({ title, children, actions, isAlert }: StagePanelProps) {
	return (
		<div
			role={isAlert ? "alert" : undefined}
			className="absolute inset-0 flex flex-col items-center justify-center gap-2 bg-sunken/85 p-6 text-center"
		>
			<h2 className="max-w-prose text-md">{title}</h2>
			{children ? <div className="max-w-prose text-ink-muted">{children}</div> : null}
			{actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
		</div>
	);
}
