import type { Route } from "next";
import { redirect } from "next/navigation";

export default async function Page({ params }: PageProps<"/[organizationSlug]/settings">) {
	redirect(`/${(await params).organizationSlug}/settings/profile` as Route);
}
