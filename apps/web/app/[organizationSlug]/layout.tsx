import { AppShell } from "@/components/shell/app-shell.tsx";
import { requireOrganization } from "@/lib/server.ts";

export default async function Layout({ children, params }: LayoutProps<"/[organizationSlug]">) {
	const { organizationSlug } = await params;
	const { viewer, organization } = await requireOrganization(organizationSlug);
	return (
		<AppShell viewer={viewer} organization={organization}>
			{children}
		</AppShell>
	);
}
