import type { Metadata } from "next";
import Link from "next/link";
import { AccountCard, inlineLinkClass } from "@/components/account/account-layout.tsx";
import { ForgotPasswordForm } from "@/components/account/forgot-password-form.tsx";

export const metadata: Metadata = { title: "Forgotten password" };

export default function Page() {
	return (
		<AccountCard
			title="Choose a new password"
			lead="We send a link to your e-mail address."
			footer={
				<Link href="/sign-in" className={inlineLinkClass}>
					Back to signing in
				</Link>
			}
		>
			<ForgotPasswordForm />
		</AccountCard>
	);
}
