import type { Metadata } from "next";
import { NotFoundMessage } from "@/components/system/not-found-message.tsx";
import { SystemPage } from "@/components/system/system-page.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
	return (
		<SystemPage>
			<NotFoundMessage href="/" way="Go home" />
		</SystemPage>
	);
}
