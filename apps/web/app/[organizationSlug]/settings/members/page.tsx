import { can } from "@nuclom/auth/permissions";
import type { Metadata } from "next";
import { InvitesSetting } from "@/components/settings/invites-setting.tsx";
import { MembersSetting } from "@/components/settings/members-setting.tsx";
import { getServerApi, requireOrganization } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Members" };

export default async function Page({ params }: PageProps<"/[organizationSlug]/settings/members">) {
	const { viewer, organization } = await requireOrganization((await params).organizationSlug);
	const api = await getServerApi();
	const input = { organizationId: organization.id };
	const mayInvite = can(organization.role, "invites.manage");
	const [members, invites] = await Promise.all([
		api.members.list(input),
		mayInvite ? api.invites.list(input) : undefined,
	]);
	return (
		<>
			{invites ? <InvitesSetting organization={organization} initialInvites={invites} /> : null}
			<MembersSetting organization={organization} user={viewer.user} initialMembers={members} />
		</>
	);
}
