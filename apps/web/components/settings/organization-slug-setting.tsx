"use client";

import { can } from "@nuclom/auth/permissions";
import type { Organization } from "@nuclom/services/schemas";
import { api } from "../../lib/api.ts";
import { problemOf } from "../../lib/use-submit.ts";
import { SlugField } from "../organization/slug-field.tsx";
import { SaveField } from "./save-field.tsx";
import { Setting } from "./setting.tsx";

export function OrganizationSlugSetting({ organization }: { readonly organization: Organization }) {
	const isDisabled = !can(organization.role, "organization.update");

	const save = async (slug: string) => {
		try {
			const updated = await api.organizations.update({ organizationId: organization.id, slug });
			// Everything on this page has the old address in it.
			window.location.assign(`/${updated.slug}/settings/organization`);
			return undefined;
		} catch (error) {
			return problemOf<"value">(error, { slug: "value", ORGANIZATION_SLUG_TAKEN: "value" });
		}
	};

	return (
		<Setting
			title="Address"
			description={
				isDisabled
					? "Owners and admins can change it."
					: "Links that were sent with the old address lead to the new one."
			}
		>
			<SaveField saved={organization.slug} isDisabled={isDisabled} onSave={save}>
				{({ value, error, onValueChange }) => (
					<SlugField
						value={value}
						error={error}
						isDisabled={isDisabled}
						isLabelHidden
						onValueChange={onValueChange}
					/>
				)}
			</SaveField>
		</Setting>
	);
}
