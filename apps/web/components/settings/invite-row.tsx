"use client";

import type { Invite, Organization } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, orpc } from "../../lib/api.ts";
import { roleWords } from "../organization/roles.ts";
import { Button } from "../ui/button.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { toast, toastError } from "../ui/toast.ts";

interface InviteRowProps {
	readonly invite: Invite;
	readonly organization: Organization;
}

export function InviteRow({ invite, organization }: InviteRowProps) {
	const queries = useQueryClient();
	const [isBusy, setBusy] = useState(false);
	const revoke = async () => {
		setBusy(true);
		try {
			await api.invites.revoke({ organizationId: organization.id, inviteId: invite.id });
			toast({ title: "The link no longer works.", tone: "positive" });
		} catch (error) {
			toastError(error);
		}
		await queries.invalidateQueries({ queryKey: orpc.invites.list.key() });
		setBusy(false);
	};
	return (
		<li className="flex min-h-12 items-center gap-3 py-2">
			<div className="min-w-0 flex-1">
				<p className="truncate text-sm">
					{roleWords[invite.role]}
					{invite.createdByName ? ` · by ${invite.createdByName}` : null}
				</p>
				<p className="text-ink-muted text-xs">
					Ends <RelativeTime at={invite.expiresAt} /> · <UseCount count={invite.useCount} />
				</p>
			</div>
			<Button size="sm" isBusy={isBusy} onClick={revoke}>
				Withdraw
			</Button>
		</li>
	);
}

function UseCount({ count }: { readonly count: number }) {
	if (count === 0) return "not used yet";
	return <span className="tabular-nums">used {count === 1 ? "once" : `${count} times`}</span>;
}
