"use client";

import { can } from "@nuclom/auth/permissions";
import type { Member, Organization, Role } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { api, orpc } from "../../lib/api.ts";
import { roleWords } from "../organization/roles.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Select } from "../ui/select.tsx";
import { toast, toastError } from "../ui/toast.ts";
import { RemoveMember } from "./remove-member.tsx";

interface MemberRowProps {
	readonly member: Member;
	readonly organization: Organization;
	readonly isYou: boolean;
}

export function MemberRow({ member, organization, isYou }: MemberRowProps) {
	// An owner is made and unmade by owners only.
	const mayManage =
		can(organization.role, "members.manage") &&
		(member.role !== "owner" || can(organization.role, "owners.manage"));
	return (
		<li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2">
			<Avatar person={member.user} size="lg" />
			<div className="min-w-0 flex-1 max-sm:basis-3/5">
				<p className="flex items-center gap-2">
					<span className="truncate font-medium text-sm">{member.user.name}</span>
					{isYou ? <Badge>You</Badge> : null}
				</p>
				<p className="wrap-anywhere text-ink-muted text-sm">{member.user.email}</p>
			</div>
			<div className="flex items-center gap-3 max-sm:w-full max-sm:pl-12">
				{mayManage ? (
					<RoleSelect member={member} organization={organization} isYou={isYou} />
				) : (
					<span className="text-ink-muted text-sm">{roleWords[member.role]}</span>
				)}
				{mayManage && !isYou ? <RemoveMember member={member} organization={organization} /> : null}
			</div>
		</li>
	);
}

function RoleSelect({ member, organization, isYou }: MemberRowProps) {
	const queries = useQueryClient();
	const router = useRouter();
	const mayMakeOwners = can(organization.role, "owners.manage");

	const change = async (role: Role) => {
		const input = { organizationId: organization.id, memberId: member.id, role };
		await api.members.updateRole(input);
		await queries.invalidateQueries({ queryKey: orpc.members.list.key() });
		// One's own role decides what the page offers.
		if (isYou) router.refresh();
	};
	const changeWithUndo = async (role: Role) => {
		try {
			await change(role);
			toast({
				title: `${member.user.name} is now ${roleWords[role].toLowerCase()}.`,
				tone: "positive",
				action: { label: "Undo", onSelect: () => change(member.role).catch(toastError) },
			});
		} catch (error) {
			toastError(error);
		}
	};

	return (
		<Select
			aria-label={`Role of ${member.user.name}`}
			value={member.role}
			onValueChange={changeWithUndo}
			options={(["owner", "admin", "member"] as const)
				.filter((role) => role !== "owner" || mayMakeOwners)
				.map((role) => ({ value: role, label: roleWords[role] }))}
		/>
	);
}
