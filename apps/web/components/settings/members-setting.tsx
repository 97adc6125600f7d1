"use client";

import type { Member, Organization, Person } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { MemberRow } from "./member-row.tsx";
import { Setting } from "./setting.tsx";

interface MembersSettingProps {
	readonly organization: Organization;
	readonly user: Person;
	readonly initialMembers: { items: Member[] };
}

/** Everyone who sees what is in the organization. */
export function MembersSetting({ organization, user, initialMembers }: MembersSettingProps) {
	const { data } = useQuery(
		orpc.members.list.queryOptions({
			input: { organizationId: organization.id },
			initialData: initialMembers,
		}),
	);
	return (
		<Setting
			title="Members"
			description={`${data.items.length} ${data.items.length === 1 ? "person sees" : "people see"} what is here.`}
		>
			<ul className="-my-2 flex flex-col divide-y divide-line">
				{data.items.map((member) => (
					<MemberRow
						key={member.id}
						member={member}
						organization={organization}
						isYou={member.user.id === user.id}
					/>
				))}
			</ul>
		</Setting>
	);
}
