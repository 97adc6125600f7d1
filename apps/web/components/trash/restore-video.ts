import type { QueryClient } from "@tanstack/react-query";
import { api, orpc } from "../../lib/api.ts";
import { toast, toastError } from "../ui/toast.ts";
import { takeOut } from "./take-out.ts";

interface VideoToRestore {
	readonly id: string;
	readonly organizationId: string;
}

/** Takes a video out of the trash, and says so. */
export async function restoreVideo(queries: QueryClient, video: VideoToRestore): Promise<void> {
	const { id: videoId, organizationId } = video;
	const trash = orpc.trash.list.key();
	try {
		const { title } = await api.trash.restore({ organizationId, videoId });
		takeOut(queries, trash, videoId);
		toast({ title: `“${title}” is back in the library.`, tone: "positive" });
	} catch (error) {
		toastError(error);
		await queries.invalidateQueries({ queryKey: trash });
	}
	await Promise.all([
		queries.invalidateQueries({ queryKey: orpc.videos.list.key() }),
		queries.invalidateQueries({
			queryKey: orpc.videos.get.key({ input: { organizationId, videoId } }),
		}),
	]);
}
