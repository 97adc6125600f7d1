"use client";

import { LazyErrorMessage } from "@/components/system/lazy-error-message.tsx";

interface ErrorProps {
	readonly error: unknown;
	readonly retry: () => void;
}

/** One page failed: the rail, the uploads and everything else go on. */
export default function RouteError({ error, retry }: ErrorProps) {
	return <LazyErrorMessage error={error} onRetry={retry} />;
}
