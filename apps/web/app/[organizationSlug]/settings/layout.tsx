import { SettingsNav } from "@/components/settings/settings-nav.tsx";
import { PageHeader } from "@/components/shell/page-header.tsx";

export default async function Layout({
	children,
	params,
}: LayoutProps<"/[organizationSlug]/settings">) {
	const { organizationSlug } = await params;
	return (
		<>
			<PageHeader title="Settings" />
			<div className="flex flex-col gap-x-10 px-4 sm:px-6 md:flex-row">
				<SettingsNav organizationSlug={organizationSlug} />
				<div className="flex w-full max-w-160 flex-col gap-6 py-6">{children}</div>
			</div>
		</>
	);
}
