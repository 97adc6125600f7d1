import type { ReactNode } from "react";

interface PageHeaderProps {
	readonly title: ReactNode;
	readonly children?: ReactNode;
}

/** A page's name on the left, its one action on the right. */
export function PageHeader({ title, children }: PageHeaderProps) {
	return (
		<header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-2 sm:px-6">
			<h1 className="min-w-0 truncate text-md">{title}</h1>
			{children ? <div className="flex items-center gap-2">{children}</div> : null}
		</header>
	);
}
