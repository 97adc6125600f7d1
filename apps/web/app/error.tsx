"use client";

import { ErrorMessage } from "@/components/system/error-message.tsx";
import { SystemPage } from "@/components/system/system-page.tsx";

interface ErrorProps {
	readonly error: unknown;
	readonly retry: () => void;
}

export default function RouteError({ error, retry }: ErrorProps) {
	return (
		<SystemPage>
			<ErrorMessage error={error} onRetry={retry} />
		</SystemPage>
	);
}
