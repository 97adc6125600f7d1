import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInCard } from "@/components/account/sign-in-card.tsx";
import { safeNextPath } from "@/lib/next-path.ts";
import { getConfiguration, getViewer } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function Page({ searchParams }: PageProps<"/sign-in">) {
	const { next, error } = await searchParams;
	const path = safeNextPath(next);
	if (await getViewer()) redirect(path);
	const { socialProviders } = await getConfiguration();
	return <SignInCard next={path} providers={socialProviders} hasFailed={error !== undefined} />;
}
