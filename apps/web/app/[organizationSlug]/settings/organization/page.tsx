import type { Metadata } from "next";
import { LeaveSetting } from "@/components/settings/leave-setting.tsx";
import { OrganizationNameSetting } from "@/components/settings/organization-name-setting.tsx";
import { OrganizationSlugSetting } from "@/components/settings/organization-slug-setting.tsx";
import { requireOrganization } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Organization" };

export default async function Page({
	params,
}: PageProps<"/[organizationSlug]/settings/organization">) {
	const { organization } = await requireOrganization((await params).organizationSlug);
	return (
		<>
			<OrganizationNameSetting organization={organization} />
			<OrganizationSlugSetting organization={organization} />
			<LeaveSetting organization={organization} />
		</>
	);
}
