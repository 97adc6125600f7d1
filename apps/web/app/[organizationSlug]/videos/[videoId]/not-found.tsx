import type { Metadata } from "next";
import { LazyGoneVideo } from "@/components/watch/lazy-gone-video.tsx";
import { getOrganizationHome } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
	return <LazyGoneVideo home={await getOrganizationHome()} />;
}
