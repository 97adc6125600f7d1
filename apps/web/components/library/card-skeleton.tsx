import { Skeleton } from "../ui/skeleton.tsx";

/** A card's exact place while it loads. */
export function CardSkeleton() {
	return (
		<li aria-hidden className="flex flex-col gap-2.5">
			<Skeleton className="aspect-video rounded-panel" />
			<div className="flex gap-2.5">
				<Skeleton className="mt-0.5 size-7 rounded-full" />
				<div className="flex-1">
					<Skeleton className="h-5 w-4/5" />
					<Skeleton className="mt-1 h-4.5 w-1/2" />
				</div>
			</div>
		</li>
	);
}
