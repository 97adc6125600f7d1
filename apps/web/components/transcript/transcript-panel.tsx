"use client";

import type { Video } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { useVideoInput } from "../watch/watch-context.tsx";
import { AiState } from "./ai-state.tsx";
import { CueList } from "./cue-list.tsx";
import { PanelQuery } from "./panel-query.tsx";

/** What is said, with its time: a press on a line goes there. */
export default function TranscriptPanel({ video }: { readonly video: Video }) {
	const query = useQuery(orpc.transcripts.get.queryOptions({ input: useVideoInput() }));
	return (
		<PanelQuery query={query} what="The transcript">
			{({ status, failure, cues, language }) =>
				status === "ready" ? (
					<CueList cues={cues} language={language} />
				) : (
					<AiState
						status={status}
						failure={failure}
						what="The transcript"
						working="Listening to the video…"
						none="Nobody speaks in this video."
						promise="everything that is said, with its time"
						canEdit={video.canEdit}
					/>
				)
			}
		</PanelQuery>
	);
}
