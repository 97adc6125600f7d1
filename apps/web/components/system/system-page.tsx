import type { ReactNode } from "react";
import { Mark } from "../ui/wordmark.tsx";

interface SystemPageProps {
	/** Such as "404". */
	readonly code: string;
	readonly title: string;
	readonly children: ReactNode;
	/** The one way on. */
	readonly action: ReactNode;
}

/** When there is nothing to show but why. */
export function SystemPage({ code, title, children, action }: SystemPageProps) {
	return (
		<main className="flex min-h-dvh flex-col items-center justify-center gap-2 px-6 py-16 text-center">
			<Mark className="mb-4 size-8" />
			<p className="mono text-ink-muted text-sm">{code}</p>
			<h1 className="text-lg">{title}</h1>
			<div className="max-w-sm text-ink-muted">{children}</div>
			<div className="mt-5">{action}</div>
		</main>
	);
}
