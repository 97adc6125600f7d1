"use client";

import { ErrorPage } from "@/components/system/error-page.tsx";

interface ErrorProps {
	readonly error: unknown;
	readonly retry: () => void;
}

export default function RouteError({ error, retry }: ErrorProps) {
	return <ErrorPage error={error} onRetry={retry} />;
}
