import type { Route } from "next";
import Link from "next/link";
import { withNext } from "../../lib/next-path.ts";
import { Notice } from "../ui/notice.tsx";
import { AccountCard, inlineLinkClass } from "./account-layout.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SocialButtons } from "./social-buttons.tsx";
import type { SocialProvider } from "./social-providers.tsx";

interface SignInCardProps {
	readonly next: Route;
	readonly providers: readonly SocialProvider[];
	/** The other house sent the person back without an account. */
	readonly hasFailed: boolean;
}

export function SignInCard({ next, providers, hasFailed }: SignInCardProps) {
	return (
		<AccountCard
			title="Sign in"
			footer={
				<>
					New here?{" "}
					<Link href={withNext("/sign-up", next)} className={inlineLinkClass}>
						Create an account
					</Link>
				</>
			}
		>
			{hasFailed ? (
				<Notice tone="danger">
					That did not work, and no account was made. Try again, or use your e-mail.
				</Notice>
			) : null}
			<SocialButtons providers={providers} next={next} />
			<SignInForm next={next} />
		</AccountCard>
	);
}
