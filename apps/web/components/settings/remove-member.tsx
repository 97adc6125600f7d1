"use client";

import type { Member, Organization } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { UserRoundX } from "lucide-react";
import { useState } from "react";
import { api, orpc } from "../../lib/api.ts";
import { AlertDialog } from "../ui/alert-dialog.tsx";
import { preloadDialog } from "../ui/dialog.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { toast } from "../ui/toast.ts";

interface RemoveMemberProps {
	readonly member: Member;
	readonly organization: Organization;
}

/** There is no undo: the person would have to accept a new invitation. So the name is typed. */
export function RemoveMember({ member, organization }: RemoveMemberProps) {
	const queries = useQueryClient();
	const [isOpen, setOpen] = useState(false);
	const { name } = member.user;
	const remove = async () => {
		await api.members.remove({ organizationId: organization.id, memberId: member.id });
		toast({ title: `${name} is removed.`, tone: "positive" });
		await queries.invalidateQueries({ queryKey: orpc.members.list.key() });
	};
	return (
		<>
			<IconButton
				label={`Remove ${name}`}
				icon={<UserRoundX aria-hidden />}
				onPointerEnter={preloadDialog}
				onFocus={preloadDialog}
				onClick={() => setOpen(true)}
			/>
			<AlertDialog
				isOpen={isOpen}
				onOpenChange={setOpen}
				title={`Remove ${name}?`}
				description={`${name} loses access at once. Their videos and comments stay.`}
				nameToType={name}
				confirmLabel="Remove"
				onConfirm={remove}
			/>
		</>
	);
}
