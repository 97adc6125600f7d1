import type { Metadata } from "next";
import { StorageSetting } from "@/components/settings/storage/storage-setting.tsx";
import { getServerApi, requireOrganization } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Storage" };

export default async function Page({ params }: PageProps<"/[organizationSlug]/settings/storage">) {
	const { organization } = await requireOrganization((await params).organizationSlug);
	const api = await getServerApi();
	const initialUsage = await api.organizations.storage({ organizationId: organization.id });
	return <StorageSetting organization={organization} initialUsage={initialUsage} />;
}
