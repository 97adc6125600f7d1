import type { Metadata } from "next";
import { ApiKeysSetting } from "@/components/settings/api-keys/api-keys-setting.tsx";
import { getServerApi, requireOrganization } from "@/lib/server.ts";

export const metadata: Metadata = { title: "API keys" };

export default async function Page({ params }: PageProps<"/[organizationSlug]/settings/api-keys">) {
	const { viewer, organization } = await requireOrganization((await params).organizationSlug);
	const api = await getServerApi();
	const initialKeys = await api.apiKeys.list({ organizationId: organization.id });
	return (
		<ApiKeysSetting organization={organization} user={viewer.user} initialKeys={initialKeys} />
	);
}
