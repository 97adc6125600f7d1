import type { Metadata } from "next";
import Link from "next/link";
import { SystemPage } from "@/components/system/system-page.tsx";
import { buttonClass } from "@/components/ui/button-class.ts";

export const metadata: Metadata = { title: "Not found" };

/** Also what an outsider sees: that something exists is nobody else's business. */
export default function NotFound() {
	return (
		<SystemPage
			code="404"
			title="There is nothing here for you"
			action={
				<Link href="/" className={buttonClass({ variant: "primary", size: "lg" })}>
					Go home
				</Link>
			}
		>
			<p>
				The address is wrong, it was removed, or it belongs to an organization that you are not in.
			</p>
		</SystemPage>
	);
}
