import type { QueryClient } from "@tanstack/react-query";
import { api, orpc } from "../../lib/api.ts";
import { uploadStore } from "./upload-store.ts";
import { createUploader, type Uploader } from "./uploader.ts";

let uploader: Uploader | undefined;
let queries: QueryClient | undefined;

/** The window's one uploader. Fetched with the first file, not with the page. */
export function getUploader(queryClient: QueryClient): Uploader {
	// The query client is made anew when the shell is; uploads go on.
	queries = queryClient;
	uploader ??= createUploader({
		client: api,
		store: uploadStore,
		onVideoChange: (organizationId) => {
			void queries?.invalidateQueries({
				queryKey: orpc.videos.list.key({ input: { organizationId } }),
			});
		},
	});
	return uploader;
}
