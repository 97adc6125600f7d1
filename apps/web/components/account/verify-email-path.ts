import type { Route } from "next";

/** The page that waits for an address to be confirmed, and then leads on to `next`. */
export function verifyEmailPath(next: string, email?: string): Route {
	const parameters = new URLSearchParams();
	if (email) parameters.set("email", email);
	if (next !== "/") parameters.set("next", next);
	const query = parameters.toString();
	return (query ? `/verify-email?${query}` : "/verify-email") as Route;
}
