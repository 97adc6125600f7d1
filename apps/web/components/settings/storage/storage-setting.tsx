"use client";

import type { Organization, StorageUsage } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { orpc } from "../../../lib/api.ts";
import { formatBytes } from "../../../lib/format/bytes.ts";
import { Setting } from "../setting.tsx";
import { QuotaNotice } from "./quota-notice.tsx";
import { UsageMeter } from "./usage-meter.tsx";
import { summarizeUsage } from "./usage-parts.ts";
import { UsageTable } from "./usage-table.tsx";

interface StorageSettingProps {
	readonly organization: Organization;
	readonly initialUsage: StorageUsage;
}

/** What the organization's videos weigh, and how much room is left. */
export function StorageSetting({ organization, initialUsage }: StorageSettingProps) {
	const { data: usage } = useQuery(
		orpc.organizations.storage.queryOptions({
			input: { organizationId: organization.id },
			initialData: initialUsage,
		}),
	);
	const summary = summarizeUsage(usage);
	const trashHref = `/${organization.slug}/trash` as Route;
	const { quotaBytes, trashBytes, maxUploadBytes } = usage;
	return (
		<>
			<Setting
				title="Storage"
				description="Originals, what is made from them to be played, and pictures."
			>
				<div className="flex flex-col gap-4">
					<QuotaNotice summary={summary} trashBytes={trashBytes} trashHref={trashHref} />
					<p className="flex flex-wrap items-baseline gap-x-2">
						<span className="mono text-xl">{formatBytes(summary.takenBytes)}</span>
						<span className="text-ink-muted">
							{quotaBytes === null ? "taken, no limit" : `of ${formatBytes(quotaBytes)}`}
						</span>
					</p>
					<UsageMeter summary={summary} quotaBytes={quotaBytes} />
					<UsageTable summary={summary} trashHref={trashHref} />
				</div>
			</Setting>
			<Setting
				title="Largest file"
				description="A single file that is uploaded may have this size, if there is room for it. Whoever runs this Nuclom sets it."
			>
				<p className="mono text-md">{formatBytes(maxUploadBytes)}</p>
			</Setting>
		</>
	);
}
