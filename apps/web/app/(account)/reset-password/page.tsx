import type { Metadata } from "next";
import { ResetPasswordCard } from "@/components/account/reset-password-card.tsx";

export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function Page({ searchParams }: PageProps<"/reset-password">) {
	const { token } = await searchParams;
	return <ResetPasswordCard token={typeof token === "string" ? token : undefined} />;
}
