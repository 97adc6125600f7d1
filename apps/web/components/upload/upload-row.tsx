"use client";

import { CircleAlert, CircleCheck, Film, Pause, Play, Undo2, X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useRef } from "react";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { describeRow } from "./tray-words.ts";
import { percentOf, ratioOf, type UploadItem } from "./upload-item.ts";
import type { Uploader } from "./uploader.ts";
import { acceptedFiles } from "./video-files.ts";

interface UploadRowProps {
	readonly item: UploadItem;
	readonly uploader: Uploader;
}

const moving = ["starting", "uploading", "paused", "offline", "unfinished", "finishing"];
/** States in which it stands still, and somebody or something has to come first. */
const halted = ["paused", "offline", "unfinished"];

/** One file: what it is, how it goes, and what can be done about it. */
export function UploadRow({ item, uploader }: UploadRowProps) {
	const { id, state, fileName, videoId, organizationSlug, trouble } = item;
	return (
		<li className="px-3 py-2">
			<div className="flex min-h-8 items-center gap-2.5">
				<StateIcon state={state} />
				{videoId && state !== "canceled" ? (
					<Link
						href={`/${organizationSlug}/videos/${videoId}` as Route}
						prefetch={false}
						className="min-w-0 flex-1 truncate rounded-sm text-sm hover:underline"
					>
						{fileName}
					</Link>
				) : (
					<span className="min-w-0 flex-1 truncate text-sm">{fileName}</span>
				)}
				{moving.includes(state) ? (
					<span className="mono text-ink-muted text-xs">{percentOf(item)} %</span>
				) : null}
				<RowButtons item={item} uploader={uploader} />
			</div>
			<div className="pl-6.5">
				{moving.includes(state) ? (
					<ProgressBar
						label={`Upload of ${fileName}`}
						value={ratioOf(item)}
						tone={halted.includes(state) ? "caution" : "accent"}
						className="mt-0.5 mb-1.5"
					/>
				) : null}
				<p className={lookOf(item)}>{describeRow(item)}</p>
				{state === "failed" && trouble?.canResume ? (
					<Button size="sm" className="mt-2" onClick={() => uploader.resume(id)}>
						Resume
					</Button>
				) : null}
				{state === "unfinished" ? <UnfinishedButtons item={item} uploader={uploader} /> : null}
			</div>
		</li>
	);
}

/** Sentences wrap; figures stay on their line, so that a row does not grow and shrink as they change. */
function lookOf({ state, trouble }: UploadItem): string {
	if (trouble) return "wrap-anywhere text-danger-ink text-sm";
	if (state === "unfinished") return "wrap-anywhere text-ink-muted text-sm";
	return "mono truncate text-ink-muted text-xs";
}

/** The file is on this computer's disk; the page has lost sight of it. */
function UnfinishedButtons({ item: { id, fileName, hasHandle }, uploader }: UploadRowProps) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<div className="mt-2 flex gap-2">
			<input
				ref={input}
				type="file"
				accept={acceptedFiles}
				hidden
				tabIndex={-1}
				aria-hidden="true"
				onChange={(event) => {
					const [file] = event.currentTarget.files ?? [];
					event.currentTarget.value = "";
					if (file) void uploader.goOn(id, { file });
				}}
			/>
			<Button
				size="sm"
				aria-label={`${hasHandle ? "Go on with" : "Choose"} ${fileName}`}
				onClick={() => (hasHandle ? void uploader.goOn(id) : input.current?.click())}
			>
				{hasHandle ? "Go on" : "Choose file"}
			</Button>
			<Button size="sm" aria-label={`Discard ${fileName}`} onClick={() => uploader.cancel(id)}>
				Discard
			</Button>
		</div>
	);
}

function StateIcon({ state }: { readonly state: UploadItem["state"] }) {
	if (state === "done") return <CircleCheck aria-hidden className="text-positive-ink" />;
	if (state === "failed" || state === "refused") {
		return <CircleAlert aria-hidden className="text-danger-ink" />;
	}
	return <Film aria-hidden className="text-ink-muted" />;
}

function RowButtons({ item: { id, state, fileName }, uploader }: UploadRowProps) {
	return (
		<div className="-mr-1.5 flex shrink-0">
			{state === "uploading" || state === "queued" || state === "offline" ? (
				<IconButton
					label={`Pause ${fileName}`}
					icon={<Pause aria-hidden />}
					onClick={() => uploader.pause(id)}
				/>
			) : null}
			{state === "paused" ? (
				<IconButton
					label={`Resume ${fileName}`}
					icon={<Play aria-hidden />}
					onClick={() => uploader.resume(id)}
				/>
			) : null}
			{state === "canceled" ? (
				<Button size="sm" icon={<Undo2 aria-hidden />} onClick={() => uploader.undoCancel(id)}>
					Undo
				</Button>
			) : state === "done" || state === "refused" ? (
				<IconButton
					label={`Remove ${fileName} from the list`}
					icon={<X aria-hidden />}
					onClick={() => uploader.dismiss(id)}
				/>
			) : state === "finishing" || state === "unfinished" ? null : (
				<IconButton
					label={`Cancel ${fileName}`}
					icon={<X aria-hidden />}
					onClick={() => uploader.cancel(id)}
				/>
			)}
		</div>
	);
}
