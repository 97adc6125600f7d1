import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/system/not-found-message.tsx";

export const metadata: Metadata = { title: "Not found" };

/** Inside an organization that one is in: the rail stays. */
export default function NotFound() {
	return <NotFoundMessage href="/" way="Go to the library" />;
}
