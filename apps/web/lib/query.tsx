"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isApiError } from "./errors.ts";

const maxRetries = 2;

function createClient() {
	return new QueryClient({
		defaultOptions: {
			queries: {
				staleTime: 15_000,
				// The server's "no" stays a no; only a missing or a 5xx answer is asked for again.
				retry: (count, error) =>
					count < maxRetries &&
					!(isApiError(error) && "status" in error && Number(error.status) < 500),
			},
		},
	});
}

/** What the pages of an organization share: one cache of the server's answers. */
export function QueryProvider({ children }: { readonly children: ReactNode }) {
	const [client] = useState(createClient);
	return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
