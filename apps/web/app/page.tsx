import type { Route } from "next";
import { redirect } from "next/navigation";
import { requireViewer } from "@/lib/server.ts";

/** The front door: straight into your organization. */
export default async function Page() {
	const { organizations } = await requireViewer();
	const [first] = organizations;
	redirect(first ? (`/${first.slug}` as Route) : "/welcome");
}
