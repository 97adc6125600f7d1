import type { Route } from "next";
import Link from "next/link";
import { withNext } from "../../lib/next-path.ts";
import { Notice } from "../ui/notice.tsx";
import { AccountCard, inlineLinkClass } from "./account-layout.tsx";
import { ResendVerification } from "./resend-verification.tsx";

interface VerifyEmailCardProps {
	readonly next: Route;
	readonly email: string | undefined;
	readonly hasFailed: boolean;
	readonly isOutboxAvailable: boolean;
}

/** Waits for a new address to be confirmed. */
export function VerifyEmailCard(props: VerifyEmailCardProps) {
	const { next, email, hasFailed, isOutboxAvailable } = props;
	return (
		<AccountCard
			title={hasFailed ? "This link does not work any more" : "Look into your inbox"}
			lead={
				email && !hasFailed ? (
					<>
						We have sent a link to{" "}
						<strong className="break-all font-medium text-ink">{email}</strong>. It opens your
						account.
					</>
				) : undefined
			}
			footer={
				<Link href={withNext("/sign-in", next)} className={inlineLinkClass}>
					Back to signing in
				</Link>
			}
		>
			{hasFailed ? (
				<Notice tone="caution">
					It has been used, or it is too old. Sign in, and we send you a new one.
				</Notice>
			) : null}
			{email ? <ResendVerification email={email} next={next} /> : null}
			{isOutboxAvailable ? (
				<Notice>
					This is a development server: mails stay in its{" "}
					<Link href="/outbox" className={inlineLinkClass}>
						outbox
					</Link>
					.
				</Notice>
			) : null}
		</AccountCard>
	);
}
