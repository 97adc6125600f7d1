import type { Route } from "next";
import Link from "next/link";
import { buttonClass } from "../ui/button-class.ts";
import { SystemMessage } from "./system-page.tsx";

interface NotFoundMessageProps {
	readonly href: Route;
	readonly way: string;
}

/** Also what an outsider sees: that something exists is nobody else's business. */
export function NotFoundMessage({ href, way }: NotFoundMessageProps) {
	return (
		<SystemMessage
			code="404"
			title="There is nothing here for you"
			action={
				<Link href={href} className={buttonClass({ variant: "primary", size: "lg" })}>
					{way}
				</Link>
			}
		>
			<p>
				The address is wrong, it was removed, or it belongs to an organization that you are not in.
			</p>
		</SystemMessage>
	);
}
