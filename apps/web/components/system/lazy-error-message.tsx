"use client";

import { lazy, Suspense } from "react";

const Message = lazy(async () => {
	const { ErrorMessage } = await import("./error-message.tsx");
	return { default: ErrorMessage };
});

interface LazyErrorMessageProps {
	readonly error: unknown;
	readonly onRetry: () => void;
}

/**
 * Fetched when something failed: Next sends every error file with every page. When even this cannot
 * be fetched, global-error.tsx stands in, which needs nothing.
 */
export function LazyErrorMessage(props: LazyErrorMessageProps) {
	return (
		<Suspense>
			<Message {...props} />
		</Suspense>
	);
}
