import type { Viewer } from "@nuclom/services/schemas";
import type { Route } from "next";
import Link from "next/link";
import { AccountCard, inlineLinkClass } from "../account/account-layout.tsx";
import { CreateOrganizationForm } from "./create-organization-form.tsx";

export function CreateOrganizationCard({ viewer }: { readonly viewer: Viewer }) {
	const [first] = viewer.organizations;
	return (
		<AccountCard
			title="Name your organization"
			lead="Videos and comments belong to an organization. Only its members see them."
			footer={
				first ? (
					<Link href={`/${first.slug}` as Route} className={inlineLinkClass}>
						Back to {first.name}
					</Link>
				) : (
					`You are signed in as ${viewer.user.email}.`
				)
			}
		>
			<CreateOrganizationForm />
		</AccountCard>
	);
}
