"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect } from "react";
import { announce } from "../live/announce.ts";
import { SystemMessage } from "../system/system-page.tsx";
import { buttonClass } from "../ui/button-class.ts";

export interface GoneVideoProps {
	/** The library. */
	readonly home: Route;
	/** It was on the screen a moment ago. */
	readonly wasHere?: boolean | undefined;
}

/** In the place of a video that is in the trash, or was never there. */
export default function GoneVideo({ home, wasHere = false }: GoneVideoProps) {
	const title = wasHere ? "This video was deleted" : "This video is not here";
	useEffect(() => {
		if (!wasHere) return;
		announce(`${title}.`);
		// What had the focus left with the video.
		if (document.activeElement === document.body) document.getElementById("content")?.focus();
	}, [title, wasHere]);
	return (
		<SystemMessage
			code={wasHere ? undefined : "404"}
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
			<p className="text-pretty">
				{wasHere
					? "Somebody moved it to the trash, where it can be restored for 30 days with every comment."
					: "It is in the trash, it was deleted for ever, or the address is wrong."}
			</p>
		</SystemMessage>
	);
}
