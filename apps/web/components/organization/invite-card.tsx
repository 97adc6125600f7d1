import Link from "next/link";
import type { InvitePreview } from "../../lib/api.ts";
import { withNext } from "../../lib/next-path.ts";
import { AccountCard } from "../account/account-layout.tsx";
import { buttonClass } from "../ui/button-class.ts";
import { RelativeTime } from "../ui/relative-time.tsx";
import { AcceptInvite } from "./accept-invite.tsx";
import { roleWords } from "./roles.ts";

interface InviteCardProps {
	readonly token: string;
	readonly invite: InvitePreview;
	/** The signed-in person, if any. */
	readonly user: { readonly email: string } | undefined;
}

/** Who invites, where to, and one step further. */
export function InviteCard({ token, invite, user }: InviteCardProps) {
	const { organizationName, inviterName, role, expiresAt } = invite;
	return (
		<AccountCard
			title={`Join ${organizationName}`}
			lead={
				<>
					{inviterName ? `${inviterName} invites you` : "You are invited"} to look at videos
					together
					{role === "member" ? "" : `, as ${roleWords[role].toLowerCase()}`}.
				</>
			}
			footer={
				<>
					The invitation ends <RelativeTime at={expiresAt} />.
				</>
			}
		>
			{user ? (
				<AcceptInvite token={token} organizationName={organizationName} email={user.email} />
			) : (
				<SignedOutActions path={`/invite/${token}`} />
			)}
		</AccountCard>
	);
}

function SignedOutActions({ path }: { readonly path: string }) {
	return (
		<div className="flex flex-col gap-2">
			<Link
				href={withNext("/sign-up", path)}
				className={buttonClass({ variant: "primary", size: "lg" })}
			>
				Create an account
			</Link>
			<Link href={withNext("/sign-in", path)} className={buttonClass({ size: "lg" })}>
				Sign in
			</Link>
		</div>
	);
}
