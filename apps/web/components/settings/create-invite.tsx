"use client";

import type { Organization } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { api, orpc } from "../../lib/api.ts";
import { roleWords } from "../organization/roles.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Field } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { toastError } from "../ui/toast.ts";

const dayMs = 86_400_000;
const lifetimes = [
	{ value: "1", label: "1 day" },
	{ value: "7", label: "7 days" },
	{ value: "30", label: "30 days" },
] as const;
const roles = [
	{ value: "member", label: roleWords.member },
	{ value: "admin", label: roleWords.admin },
] as const;

type Days = (typeof lifetimes)[number]["value"];
type InviteRole = (typeof roles)[number]["value"];

export function CreateInvite({ organization }: { readonly organization: Organization }) {
	const queries = useQueryClient();
	const [role, setRole] = useState<InviteRole>("member");
	const [days, setDays] = useState<Days>("7");
	const [url, setUrl] = useState<string>();
	const [isBusy, setBusy] = useState(false);

	const create = async () => {
		setBusy(true);
		try {
			const expiresInMs = Number(days) * dayMs;
			const invite = await api.invites.create({
				organizationId: organization.id,
				role,
				expiresInMs,
			});
			setUrl(invite.url);
			await queries.invalidateQueries({ queryKey: orpc.invites.list.key() });
		} catch (error) {
			toastError(error);
		}
		setBusy(false);
	};

	return (
		<div className="flex flex-col gap-4">
			<div className="flex flex-wrap items-end gap-3">
				<Field label="Joins as">
					{(control) => (
						<Select {...control} options={roles} value={role} onValueChange={setRole} />
					)}
				</Field>
				<Field label="Works for">
					{(control) => (
						<Select {...control} options={lifetimes} value={days} onValueChange={setDays} />
					)}
				</Field>
				<Button
					variant="primary"
					icon={<Link2 aria-hidden />}
					isBusy={isBusy}
					className="ml-auto"
					onClick={create}
				>
					Create link
				</Button>
			</div>
			{url ? <CopyField label="The new link" value={url} /> : null}
		</div>
	);
}
