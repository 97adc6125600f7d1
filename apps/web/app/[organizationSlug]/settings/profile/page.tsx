import type { Metadata } from "next";
import { NameSetting } from "@/components/settings/name-setting.tsx";
import { PasswordSetting } from "@/components/settings/password-setting.tsx";
import { SessionsSetting } from "@/components/settings/sessions-setting.tsx";
import { requireOrganization } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Profile" };

export default async function Page({ params }: PageProps<"/[organizationSlug]/settings/profile">) {
	const { viewer } = await requireOrganization((await params).organizationSlug);
	return (
		<>
			<NameSetting user={viewer.user} />
			<PasswordSetting email={viewer.user.email} />
			<SessionsSetting />
		</>
	);
}
