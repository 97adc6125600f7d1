import { can } from "@nuclom/auth/permissions";
import type { Metadata } from "next";
import { LibraryView } from "@/components/library/library-view.tsx";
import { pageSize } from "@/components/library/page-size.ts";
import { getServerApi, requireOrganization } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Library" };

export default async function Page({ params }: PageProps<"/[organizationSlug]">) {
	const { organization } = await requireOrganization((await params).organizationSlug);
	const api = await getServerApi();
	const initialPage = await api.videos.list({ organizationId: organization.id, limit: pageSize });
	const mayInvite = can(organization.role, "invites.manage");
	return (
		<LibraryView organization={organization} mayInvite={mayInvite} initialPage={initialPage} />
	);
}
