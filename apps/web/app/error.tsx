"use client";

import { LazyErrorMessage } from "@/components/system/lazy-error-message.tsx";

interface ErrorProps {
	readonly error: unknown;
	readonly retry: () => void;
}

export default function RouteError({ error, retry }: ErrorProps) {
	return (
		<main className="flex min-h-dvh flex-col">
			<LazyErrorMessage error={error} onRetry={retry} />
		</main>
	);
}
