import { clsx } from "clsx";
import type { ReactNode } from "react";

export interface EmptyStateProps {
	readonly icon?: ReactNode;
	readonly title: string;
	readonly children?: ReactNode;
	/** What can be done here. */
	readonly actions?: ReactNode;
	readonly className?: string | undefined;
}

/** What a place will be, while there is nothing in it. */
export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
	return (
		<div className={clsx("flex flex-col items-center gap-2 px-6 py-12 text-center", className)}>
			{icon ? (
				<span className="mb-1 flex size-10 items-center justify-center rounded-panel border border-line bg-surface text-ink-muted">
					{icon}
				</span>
			) : null}
			<h2 className="text-md">{title}</h2>
			{children ? <div className="max-w-md text-ink-muted text-pretty">{children}</div> : null}
			{actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
		</div>
	);
}
