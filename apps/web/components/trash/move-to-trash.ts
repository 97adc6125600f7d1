import type { QueryClient } from "@tanstack/react-query";
import { api, orpc } from "../../lib/api.ts";
import { toast, toastError } from "../ui/toast.ts";
import { restoreVideo } from "./restore-video.ts";
import { takeOut } from "./take-out.ts";

interface VideoToMove {
	readonly id: string;
	readonly organizationId: string;
}

/** Moves a video to the trash without a question, because a toast takes it back. False where the server refused. */
export async function moveToTrash(queries: QueryClient, video: VideoToMove): Promise<boolean> {
	const { id: videoId, organizationId } = video;
	const lists = orpc.videos.list.key();
	takeOut(queries, lists, videoId);
	try {
		await api.videos.delete({ organizationId, videoId });
	} catch (error) {
		toastError(error);
		await queries.invalidateQueries({ queryKey: lists });
		return false;
	}
	toast({
		title: "Moved to the trash.",
		tone: "positive",
		action: { label: "Undo", onSelect: () => void restoreVideo(queries, video) },
	});
	return true;
}
