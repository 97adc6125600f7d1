import type { Metadata } from "next";
import { readAddress } from "@/components/watch/address.ts";
import { WatchView } from "@/components/watch/watch-view.tsx";
import { loadWatch } from "./load-watch.ts";

type Props = PageProps<"/[organizationSlug]/videos/[videoId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { organizationSlug, videoId } = await params;
	const { initialVideo } = await loadWatch(organizationSlug, videoId);
	return { title: initialVideo.title };
}

export default async function Page({ params, searchParams }: Props) {
	const { organizationSlug, videoId } = await params;
	const data = await loadWatch(organizationSlug, videoId);
	return <WatchView key={videoId} {...data} address={readAddress(await searchParams)} />;
}
