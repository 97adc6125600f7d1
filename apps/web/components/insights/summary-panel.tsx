"use client";

import type { Video } from "@nuclom/services/schemas";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../lib/api.ts";
import { AiState } from "../transcript/ai-state.tsx";
import { PanelQuery } from "../transcript/panel-query.tsx";
import { useVideoInput } from "../watch/watch-context.tsx";
import { TimedLine } from "./timed-line.tsx";

/** What the AI made of the speech: summary, chapters, action items; each knows its moment. */
export default function SummaryPanel({ video }: { readonly video: Video }) {
	const query = useQuery(orpc.insights.get.queryOptions({ input: useVideoInput() }));
	return (
		<PanelQuery query={query} what="The summary">
			{({ status, failure, summary, chapters, actionItems, model }) =>
				status === "ready" ? (
					<div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-4">
						{summary ? (
							<section aria-labelledby="summary-heading">
								<Heading id="summary-heading">Summary</Heading>
								<p className="wrap-anywhere whitespace-pre-wrap">{summary}</p>
							</section>
						) : null}
						{chapters.length > 0 ? (
							<section aria-labelledby="chapters-heading">
								<Heading id="chapters-heading">Chapters</Heading>
								<ol className="-mx-2">
									{chapters.map(({ startMs, title, summary: detail }) => (
										<TimedLine key={startMs} ms={startMs} title={title} detail={detail} />
									))}
								</ol>
							</section>
						) : null}
						{actionItems.length > 0 ? (
							<section aria-labelledby="actions-heading">
								<Heading id="actions-heading">Action items</Heading>
								<ul className="-mx-2">
									{actionItems.map(({ startMs, text, assignee }) => (
										<TimedLine
											key={`${startMs} ${text}`}
											ms={startMs}
											title={text}
											detail={assignee}
										/>
									))}
								</ul>
							</section>
						) : null}
						<p className="text-ink-muted text-xs">
							Written by {model ?? "an AI"} from the transcript. It can be wrong.
						</p>
					</div>
				) : (
					<AiState
						status={status}
						failure={failure}
						what="The summary"
						working="Reading the transcript…"
						none="There is nothing to sum up: nobody speaks in this video."
						promise="a summary, chapters and action items, each with its moment"
						canEdit={video.canEdit}
					/>
				)
			}
		</PanelQuery>
	);
}

function Heading({ id, children }: { readonly id: string; readonly children: string }) {
	return (
		<h2 id={id} className="mb-2 text-ink-muted text-sm">
			{children}
		</h2>
	);
}
