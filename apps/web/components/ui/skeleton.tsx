import { clsx } from "clsx";

/** Holds the exact place of what is coming: give it the size of that. */
export function Skeleton({ className }: { readonly className: string }) {
	return <span aria-hidden className={clsx("skeleton block", className)} />;
}
