import type { Route } from "next";
import Link from "next/link";
import { SystemMessage } from "../system/system-page.tsx";
import { buttonClass } from "../ui/button-class.ts";

interface GoneMessageProps {
	readonly title: string;
	readonly text: string;
	/** What the server answered, where it was asked for the page. */
	readonly code?: string | undefined;
	/** The library. */
	readonly home: Route;
}

/** In the place of a video that is not there any more: the ways to where it may be. */
export function GoneMessage({ title, text, code, home }: GoneMessageProps) {
	return (
		<SystemMessage
			code={code}
			title={title}
			action={
				<div className="flex flex-wrap justify-center gap-2">
					<Link href={home} className={buttonClass({ variant: "primary", size: "lg" })}>
						Go to the library
					</Link>
					<Link href={`${home}/trash` as Route} className={buttonClass({ size: "lg" })}>
						Look in the trash
					</Link>
				</div>
			}
		>
			<p className="text-pretty">{text}</p>
		</SystemMessage>
	);
}
