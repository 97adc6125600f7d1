import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignUpCard } from "@/components/account/sign-up-card.tsx";
import { safeNextPath } from "@/lib/next-path.ts";
import { getConfiguration, getViewer } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Create an account" };

export default async function Page({ searchParams }: PageProps<"/sign-up">) {
	const path = safeNextPath((await searchParams).next);
	if (await getViewer()) redirect(path);
	return <SignUpCard next={path} configuration={await getConfiguration()} />;
}
