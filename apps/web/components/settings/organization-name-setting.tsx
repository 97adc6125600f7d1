"use client";

import { can } from "@nuclom/auth/permissions";
import type { Organization } from "@nuclom/services/schemas";
import { useRouter } from "next/navigation";
import { api } from "../../lib/api.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { toast, toastError } from "../ui/toast.ts";
import { SaveField } from "./save-field.tsx";
import { Setting } from "./setting.tsx";

export function OrganizationNameSetting({ organization }: { readonly organization: Organization }) {
	const router = useRouter();
	const isDisabled = !can(organization.role, "organization.update");

	const rename = async (name: string) => {
		await api.organizations.update({ organizationId: organization.id, name });
		router.refresh();
	};
	const save = async (name: string) => {
		if (!name) return { field: "value" as const, message: "Write a name." };
		await rename(name);
		toast({
			title: "Name saved.",
			tone: "positive",
			action: { label: "Undo", onSelect: () => rename(organization.name).catch(toastError) },
		});
		return undefined;
	};

	return (
		<Setting title="Name" description={isDisabled ? "Owners and admins can change it." : undefined}>
			<SaveField saved={organization.name} isDisabled={isDisabled} onSave={save}>
				{({ value, error, onValueChange }) => (
					<Field label="Name" isLabelHidden error={error}>
						{(control) => (
							<Input
								{...control}
								value={value}
								maxLength={80}
								disabled={isDisabled}
								onChange={(event) => onValueChange(event.currentTarget.value)}
							/>
						)}
					</Field>
				)}
			</SaveField>
		</Setting>
	);
}
