import type { Metadata } from "next";
import { OutboxList } from "@/components/outbox/outbox-list.tsx";
import { getOutbox } from "@/lib/server.ts";

export const metadata: Metadata = { title: "Outbox" };

export default async function Page() {
	return <OutboxList mails={await getOutbox()} />;
}
