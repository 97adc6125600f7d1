"use client";

import type { Route } from "next";
import { useEffect } from "react";
import { announce } from "../live/announce.ts";
import { GoneMessage } from "./gone-message.tsx";

const title = "This video was deleted";

/** For whoever watches a video while somebody deletes it. */
export default function GoneVideo({ home }: { readonly home: Route }) {
	useEffect(() => {
		announce(`${title}.`);
		// What had the focus left with the video.
		if (document.activeElement === document.body) document.getElementById("content")?.focus();
	}, []);
	return (
		<GoneMessage
			title={title}
			text="Somebody moved it to the trash, where it can be restored for 30 days with every comment."
			home={home}
		/>
	);
}
