import type { Metadata } from "next";
import { AccountLayout } from "@/components/account/account-layout.tsx";
import { CreateOrganizationCard } from "@/components/organization/create-organization-card.tsx";
import { requireViewer } from "@/lib/server.ts";

export const metadata: Metadata = { title: "New organization" };

export default async function Page() {
	const viewer = await requireViewer();
	return (
		<AccountLayout>
			<CreateOrganizationCard viewer={viewer} />
		</AccountLayout>
	);
}
