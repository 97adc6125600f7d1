"use client";

import type { Video } from "@nuclom/services/schemas";
import { Download } from "lucide-react";
import { useDownload } from "../player/use-download.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { EditableText } from "./editable-text.tsx";
import { fileFacts } from "./file-facts.ts";
import { useVideoInput } from "./watch-context.tsx";

/** What the video is, and the file that it came from. */
export default function DetailsPanel({ video }: { readonly video: Video }) {
	const input = useVideoInput();
	const download = useDownload();
	return (
		<div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">
			<EditableText
				field="title"
				label="Title"
				value={video.title}
				maxLength={200}
				canEdit={video.canEdit}
			/>
			<EditableText
				field="description"
				label="Description"
				value={video.description}
				placeholder="What is it about, and what do you want to hear?"
				maxLength={10_000}
				canEdit={video.canEdit}
				isLong
			/>
			<dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 border-line border-t pt-5 text-sm">
				{video.createdBy ? (
					<Fact label="From">
						<span className="inline-flex items-center gap-1.5">
							<Avatar person={video.createdBy} size="sm" />
							{video.createdBy.name}
						</span>
					</Fact>
				) : null}
				<Fact label="Added">
					<RelativeTime at={video.createdAt} />
				</Fact>
				{fileFacts(video).map(({ label, value }) => (
					<Fact key={label} label={label}>
						<span className={label === "File" ? "wrap-anywhere" : "mono"}>{value}</span>
					</Fact>
				))}
			</dl>
			{video.status === "uploading" ? null : (
				<div>
					<Button
						icon={<Download aria-hidden />}
						isBusy={download.isPending}
						onClick={() => download.mutate(input)}
					>
						Download the original
					</Button>
				</div>
			)}
		</div>
	);
}

function Fact({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
	return (
		<>
			<dt className="text-ink-muted">{label}</dt>
			<dd className="min-w-0">{children}</dd>
		</>
	);
}
