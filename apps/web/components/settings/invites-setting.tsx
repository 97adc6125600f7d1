"use client";

import type { Invite, Organization } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { CreateInvite } from "./create-invite.tsx";
import { InviteRow } from "./invite-row.tsx";
import { Setting } from "./setting.tsx";

interface InvitesSettingProps {
	readonly organization: Organization;
	readonly initialInvites: { items: Invite[] };
}

/** Links by which others join. */
export function InvitesSetting({ organization, initialInvites }: InvitesSettingProps) {
	const { data } = useQuery(
		orpc.invites.list.queryOptions({
			input: { organizationId: organization.id },
			initialData: initialInvites,
		}),
	);
	return (
		<Setting
			title="Invite by link"
			description="Whoever has the link can join. It is shown once, so copy it."
		>
			<CreateInvite organization={organization} />
			{data.items.length > 0 ? (
				<ul className="mt-4 -mb-2 flex flex-col divide-y divide-line border-line border-t pt-2">
					{data.items.map((invite) => (
						<InviteRow key={invite.id} invite={invite} organization={organization} />
					))}
				</ul>
			) : null}
		</Setting>
	);
}
