import Link from "next/link";
import { buttonClass } from "../ui/button-class.ts";
import { Notice } from "../ui/notice.tsx";
import { AccountCard } from "./account-layout.tsx";
import { ResetPasswordForm } from "./reset-password-form.tsx";

/** Where the link in the mail leads; without a token the link was used or too old. */
export function ResetPasswordCard({ token }: { readonly token: string | undefined }) {
	if (token) {
		return (
			<AccountCard title="Choose a new password">
				<ResetPasswordForm token={token} />
			</AccountCard>
		);
	}
	return (
		<AccountCard title="This link does not work any more">
			<Notice tone="caution">
				It has been used, or it is older than an hour. Your password is unchanged.
			</Notice>
			<Link href="/forgot-password" className={buttonClass({ variant: "primary", size: "lg" })}>
				Ask for a new link
			</Link>
		</AccountCard>
	);
}
