import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { VerifyEmailCard } from "@/components/account/verify-email-card.tsx";
import { safeNextPath } from "@/lib/next-path.ts";
import { getConfiguration, getViewer } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Confirm your e-mail" };

/** Where the link in the mail leads: on to `next` when it worked, or why it did not. */
export default async function Page({ searchParams }: PageProps<"/verify-email">) {
	const { next, email, error } = await searchParams;
	const path = safeNextPath(next);
	if (!error && (await getViewer())?.user.isEmailVerified) redirect(path);
	const { isOutboxAvailable } = await getConfiguration();
	return (
		<VerifyEmailCard
			next={path}
			email={typeof email === "string" ? email : undefined}
			hasFailed={error !== undefined}
			isOutboxAvailable={isOutboxAvailable}
		/>
	);
}
