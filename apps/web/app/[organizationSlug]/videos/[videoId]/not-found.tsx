import type { Metadata } from "next";
import { GoneMessage } from "@/components/watch/gone-message.tsx";
import { getOrganizationHome } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
	const text = "It is in the trash, it was deleted for ever, or the address is wrong.";
	const home = await getOrganizationHome();
	return <GoneMessage code="404" title="This video is not here" text={text} home={home} />;
}
