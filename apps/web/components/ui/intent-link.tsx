"use client";

import type { Route } from "next";
import Link from "next/link";
import { type ComponentProps, useState } from "react";

interface IntentLinkProps extends Omit<ComponentProps<typeof Link>, "href" | "prefetch"> {
	readonly href: Route;
}

/**
 * A link that fetches its page when it is approached, not when it is merely seen: a page that has the
 * rail on it would otherwise load the code of every page that the rail leads to.
 */
export function IntentLink({ href, ...props }: IntentLinkProps) {
	const [isApproached, setApproached] = useState(false);
	const approach = () => setApproached(true);
	return (
		<Link
			{...props}
			href={href}
			// null is Next's own choice of what to fetch.
			prefetch={isApproached ? null : false}
			onPointerEnter={approach}
			onFocus={approach}
		/>
	);
}
