"use client";

import { type RefObject, useEffect, useState } from "react";

/** iPhones fill the screen with a video only, by a name of their own. */
interface AppleVideo extends HTMLVideoElement {
	readonly webkitEnterFullscreen?: () => void;
}

const videoIn = (frame: HTMLElement | null): AppleVideo | null =>
	frame?.querySelector("video") ?? null;

/** Fills the screen with picture, strip and buttons together. */
export function useFullscreen(frame: RefObject<HTMLElement | null>) {
	const [isFullscreen, setFullscreen] = useState(false);
	useEffect(() => {
		const onChange = () => setFullscreen(document.fullscreenElement !== null);
		document.addEventListener("fullscreenchange", onChange);
		return () => document.removeEventListener("fullscreenchange", onChange);
	}, []);
	return {
		isFullscreen,
		toggle() {
			if (document.fullscreenElement) void document.exitFullscreen();
			else if (frame.current?.requestFullscreen) void frame.current.requestFullscreen();
			else videoIn(frame.current)?.webkitEnterFullscreen?.();
		},
		togglePictureInPicture() {
			if (document.pictureInPictureElement) void document.exitPictureInPicture();
			// Refused until the picture's size is known; the next press works.
			else
				void videoIn(frame.current)
					?.requestPictureInPicture()
					.catch(() => {});
		},
	};
}
