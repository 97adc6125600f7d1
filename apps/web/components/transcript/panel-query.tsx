import type { ReactNode } from "react";
import { describeError } from "../../lib/errors.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

interface PanelQueryProps<Data> {
	readonly query: {
		readonly data: Data | undefined;
		readonly error: Error | null;
		readonly refetch: () => unknown;
	};
	/** What could not be loaded: "The transcript". */
	readonly what: string;
	readonly children: (data: Data) => ReactNode;
}

const lines = ["w-11/12", "w-4/5", "w-full", "w-3/5", "w-10/12", "w-2/3"];

/** A tab's content, its place while it loads, and words when it does not. */
export function PanelQuery<Data>({ query, what, children }: PanelQueryProps<Data>) {
	if (query.data !== undefined) return children(query.data);
	if (query.error) {
		return (
			<Notice
				tone="danger"
				className="m-4"
				actions={
					<Button size="sm" onClick={() => query.refetch()}>
						Try again
					</Button>
				}
			>
				{what} could not be loaded. {describeError(query.error).title}
			</Notice>
		);
	}
	return (
		<div className="flex flex-col gap-4 p-4" aria-busy="true">
			{lines.map((width) => (
				<Skeleton key={width} className={`h-5 ${width}`} />
			))}
		</div>
	);
}
