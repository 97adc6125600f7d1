import type { ReactNode } from "react";
import { Mark } from "../ui/wordmark.tsx";

export interface SystemMessageProps {
	/** What the server answered, such as "404", where it did. */
	readonly code?: string | undefined;
	readonly title: string;
	readonly children: ReactNode;
	/** The one way on. */
	readonly action: ReactNode;
}

/** When there is nothing to show but why. Stands inside whatever is still there. */
export function SystemMessage({ code, title, children, action }: SystemMessageProps) {
	return (
		<div className="flex flex-1 flex-col items-center justify-center gap-2 px-6 py-16 text-center">
			<Mark className="mb-4 size-8" />
			{code ? <p className="mono text-ink-muted text-sm">{code}</p> : null}
			<h1 className="text-lg">{title}</h1>
			<div className="max-w-sm text-ink-muted">{children}</div>
			<div className="mt-5">{action}</div>
		</div>
	);
}

/** A page of its own, where nothing else is left. */
export function SystemPage({ children }: { readonly children: ReactNode }) {
	return <main className="flex min-h-dvh flex-col">{children}</main>;
}
