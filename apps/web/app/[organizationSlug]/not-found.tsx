import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/system/not-found-message.tsx";
import { getOrganizationHome } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Not found" };

/** Inside an organization that one is in: the rail stays. */
export default async function NotFound() {
	return <NotFoundMessage href={await getOrganizationHome()} way="Go to the library" />;
}
