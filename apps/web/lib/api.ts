import { type ApiClient, createApiClient } from "@nuclom/api/client";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";

/** The typed client of /api/v1, with the session's cookie. For the browser: server components use lib/server. */
export const api: ApiClient = createApiClient({
	// Client components are rendered on the server too, but call nothing there.
	baseUrl: `${typeof window === "undefined" ? "http://browser.invalid" : window.location.origin}/api`,
});

/** Query keys and options for TanStack Query: `useQuery(orpc.members.list.queryOptions({ input }))`. */
export const orpc = createTanstackQueryUtils(api);

export type InvitePreview = Awaited<ReturnType<ApiClient["invites"]["preview"]>>;
