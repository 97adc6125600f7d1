import type { Metadata } from "next";
import { AccountLayout } from "@/components/account/account-layout.tsx";
import { InviteCard } from "@/components/organization/invite-card.tsx";
import { InviteGoneCard } from "@/components/organization/invite-gone-card.tsx";
import { findInvite, getViewer } from "@/lib/server.ts";

// The token is in the address: no other site may learn it from a referrer.
export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function Page({ params }: PageProps<"/invite/[token]">) {
	const { token } = await params;
	const [invite, viewer] = await Promise.all([findInvite(token), getViewer()]);
	return (
		<AccountLayout>
			{invite ? (
				<InviteCard token={token} invite={invite} user={viewer?.user} />
			) : (
				<InviteGoneCard />
			)}
		</AccountLayout>
	);
}
