import type { PublicConfiguration } from "@nuclom/services/schemas";
import type { Route } from "next";
import Link from "next/link";
import { withNext } from "../../lib/next-path.ts";
import { AccountCard, inlineLinkClass } from "./account-layout.tsx";
import { SignUpForm } from "./sign-up-form.tsx";
import { SocialButtons } from "./social-buttons.tsx";

interface SignUpCardProps {
	readonly next: Route;
	readonly configuration: Pick<
		PublicConfiguration,
		"socialProviders" | "isEmailVerificationRequired"
	>;
	readonly lead?: string | undefined;
}

export function SignUpCard({ next, configuration, lead }: SignUpCardProps) {
	return (
		<AccountCard
			title="Create an account"
			lead={lead}
			footer={
				<>
					Have one already?{" "}
					<Link href={withNext("/sign-in", next)} className={inlineLinkClass}>
						Sign in
					</Link>
				</>
			}
		>
			<SocialButtons providers={configuration.socialProviders} next={next} />
			<SignUpForm next={next} isVerificationRequired={configuration.isEmailVerificationRequired} />
		</AccountCard>
	);
}
