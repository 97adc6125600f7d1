import type { Metadata } from "next";
import { trashPageSize } from "@/components/trash/trash-page-size.ts";
import { TrashView } from "@/components/trash/trash-view.tsx";
import { getServerApi, requireOrganization } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Trash" };

export default async function Page({ params }: PageProps<"/[organizationSlug]/trash">) {
	const { organization } = await requireOrganization((await params).organizationSlug);
	const api = await getServerApi();
	const input = { organizationId: organization.id, limit: trashPageSize };
	return <TrashView organization={organization} initialPage={await api.trash.list(input)} />;
}
