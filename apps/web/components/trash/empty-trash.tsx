import { Trash2 } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { buttonClass } from "../ui/button-class.ts";
import { EmptyState } from "../ui/empty-state.tsx";

export function EmptyTrash({ organizationSlug }: { readonly organizationSlug: string }) {
	return (
		<EmptyState
			className="my-auto pb-24"
			icon={<Trash2 aria-hidden className="size-5" />}
			title="The trash is empty"
			actions={
				<Link href={`/${organizationSlug}` as Route} className={buttonClass()}>
					Go to the library
				</Link>
			}
		>
			<p>
				A video that is deleted waits here for 30 days, with its comments, and can be restored as it
				was. Then it goes for ever.
			</p>
		</EmptyState>
	);
}
