"use client";

import { ErrorMessage } from "@/components/system/error-message.tsx";

interface ErrorProps {
	readonly error: unknown;
	readonly retry: () => void;
}

/** One page failed: the rail, the uploads and everything else go on. */
export default function RouteError({ error, retry }: ErrorProps) {
	return <ErrorMessage error={error} onRetry={retry} />;
}
