import { clsx } from "clsx";
import type { Route } from "next";
import type { ReactNode } from "react";
import { formatBytes } from "../../../lib/format/bytes.ts";
import { IntentLink } from "../../ui/intent-link.tsx";
import { partClass } from "./part-class.ts";
import type { UsageSummary } from "./usage-parts.ts";

interface UsageTableProps {
	readonly summary: UsageSummary;
	readonly trashHref: Route;
}

/** The bar in figures. */
export function UsageTable({ summary, trashHref }: UsageTableProps) {
	const { parts, freeBytes } = summary;
	const names: Record<(typeof parts)[number]["id"], ReactNode> = {
		videos: "Videos",
		trash: (
			<IntentLink href={trashHref} className="underline underline-offset-3 hover:text-ink">
				In the trash
			</IntentLink>
		),
		announced: "Announced by uploads that are under way",
	};
	return (
		<dl className="flex flex-col divide-y divide-line text-sm">
			{parts.map(({ id, bytes }) => (
				<UsageRow key={id} swatch={partClass[id]} name={names[id]} value={formatBytes(bytes)} />
			))}
			<UsageRow
				swatch="bg-pressed"
				name="Free"
				value={freeBytes === null ? "no limit" : formatBytes(freeBytes)}
			/>
		</dl>
	);
}

interface UsageRowProps {
	readonly swatch: string;
	readonly name: ReactNode;
	readonly value: string;
}

function UsageRow({ swatch, name, value }: UsageRowProps) {
	return (
		<div className="flex min-h-9 items-center gap-2.5 py-1.5">
			<dt className="flex min-w-0 flex-1 items-center gap-2.5">
				<span
					aria-hidden
					className={clsx("size-2.5 shrink-0 rounded-sm border border-transparent", swatch)}
				/>
				{name}
			</dt>
			<dd className="mono shrink-0">{value}</dd>
		</div>
	);
}
