"use client";

import type { Video } from "@nuclom/services/schemas";
import { formatBytes } from "../../lib/format/bytes.ts";
import { uploadState } from "../library/video-state.ts";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { ratioOf } from "../upload/upload-item.ts";
import { useUploadOf } from "../upload/use-uploads.ts";
import { describeProgress } from "./processing-words.ts";
import { StagePanel } from "./stage-panel.tsx";

/** In the picture's place until there is one. */
export function WaitingPanel({ video }: { readonly video: Video }) {
	return video.status === "uploading" ? (
		<UploadingPanel video={video} />
	) : (
		<StagePanel title={`${describeProgress(video.progress)}…`}>
			<p>It starts by itself here when it is ready. You can comment already.</p>
			<ProgressBar
				label="Processing"
				value={video.progress?.step === "queued" ? null : (video.progress?.ratio ?? null)}
				className="mx-auto mt-4 max-w-64"
			/>
		</StagePanel>
	);
}

function UploadingPanel({ video }: { readonly video: Video }) {
	const upload = useUploadOf(video.id);
	if (!upload) {
		return (
			<StagePanel title="This video is still uploading">
				<p>
					{video.createdBy ? `${video.createdBy.name} is sending it` : "It is being sent"} from
					another window. You can comment already.
				</p>
			</StagePanel>
		);
	}
	return (
		<StagePanel title={uploadState(upload).text}>
			<p>
				{formatBytes(upload.sentBytes)} of {formatBytes(upload.sizeBytes)}. You can comment already.
			</p>
			<ProgressBar label="Upload" value={ratioOf(upload)} className="mx-auto mt-4 max-w-64" />
		</StagePanel>
	);
}
