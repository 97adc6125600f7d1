"use client";

import type { Video } from "@nuclom/services/schemas";
import { useEffect, useRef } from "react";
import { announce } from "../live/announce.ts";

/** Says when a video that was on its way has arrived, or has failed. */
export function useReadyAnnouncement({ status, title }: Video): void {
	const before = useRef(status);
	useEffect(() => {
		const was = before.current;
		before.current = status;
		if (was === status) return;
		if (status === "ready") announce(`${title} is ready to play.`);
		if (status === "failed") announce(`${title} could not be processed.`);
		if (status === "processing" && was === "uploading") announce("Uploaded. Processing begins.");
	}, [status, title]);
}
