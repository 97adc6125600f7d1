"use client";

import { Film } from "lucide-react";
import { useState } from "react";

interface PosterProps {
	readonly url: string | null;
	/** Among the first on the page: wanted at once. */
	readonly isEager: boolean;
}

/** The picture of a video in a box that has its size before there is one. */
export function Poster({ url, isEager }: PosterProps) {
	const [failedUrl, setFailedUrl] = useState<string | null>(null);
	return (
		<span className="absolute inset-0 flex items-center justify-center bg-pressed text-ink-muted">
			{url && url !== failedUrl ? (
				<img
					src={url}
					alt=""
					loading={isEager ? "eager" : "lazy"}
					decoding="async"
					className="size-full object-cover"
					// Signed addresses expire: the empty box is calmer than a broken picture.
					onError={() => setFailedUrl(url)}
				/>
			) : (
				<Film aria-hidden className="size-6" />
			)}
		</span>
	);
}
