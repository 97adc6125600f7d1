"use client";

import { useEffect, useRef } from "react";
import { Button } from "../ui/button.tsx";

interface LoadMoreProps {
	readonly isLoading: boolean;
	readonly onLoad: () => void;
}

/** The next page comes when the end is near; the button is for hands that do not scroll. */
export function LoadMore({ isLoading, onLoad }: LoadMoreProps) {
	const place = useRef<HTMLDivElement>(null);
	const load = useRef(onLoad);
	useEffect(() => {
		load.current = onLoad;
	});
	useEffect(() => {
		if (isLoading || !place.current) return;
		const observer = new IntersectionObserver(
			([entry]) => {
				if (entry?.isIntersecting) load.current();
			},
			{ rootMargin: "600px 0px" },
		);
		observer.observe(place.current);
		return () => observer.disconnect();
	}, [isLoading]);
	return (
		<div ref={place} className="flex justify-center pt-8">
			<Button isBusy={isLoading} onClick={onLoad}>
				Load more
			</Button>
		</div>
	);
}
