"use client";

import { useQueryClient } from "@tanstack/react-query";
import { clsx } from "clsx";
import { ChevronDown, ChevronUp, Pause, Play, X } from "lucide-react";
import { useSelectedLayoutSegment } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { announce } from "../live/announce.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { ProgressBar } from "../ui/progress-bar.tsx";
import { getUploader } from "./get-uploader.ts";
import { describeTray } from "./tray-words.ts";
import { isFragile, type UploadItem } from "./upload-item.ts";
import { UploadRow } from "./upload-row.tsx";
import type { Uploader } from "./uploader.ts";
import { useUploads } from "./use-uploads.ts";

/** What is being sent, bottom right; it stays while one walks about, and folds to one line. */
export default function UploadTray() {
	const items = useUploads();
	const uploader = getUploader(useQueryClient());
	const isWatching = useSelectedLayoutSegment() === "videos";
	const [choice, setChoice] = useState<boolean | null>(null);
	// Beside a video the words need the corner: one line, above the box where comments are written.
	const isFolded = choice ?? isWatching;
	const isBusy = items.some(isFragile);
	const fragile = items.filter(isFragile);
	const total = fragile.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
	const sent = fragile.reduce((sum, { sentBytes }) => sum + sentBytes, 0);
	useStateAnnouncements(items);
	useTidyUp(items, uploader);

	return (
		<section
			aria-label="Uploads"
			className={clsx(
				"fixed right-4 z-30 flex w-[calc(100vw-2rem)] flex-col overflow-hidden rounded-panel bg-raised shadow-float sm:w-92",
				isWatching ? "bottom-18 lg:bottom-28" : "bottom-4",
			)}
		>
			<header className="flex h-11 items-center gap-1 pr-1.5 pl-3">
				<h2 className="min-w-0 flex-1 truncate font-medium text-sm">{describeTray(items)}</h2>
				<AllButtons items={items} uploader={uploader} />
				<IconButton
					label={isFolded ? "Show uploads" : "Fold uploads"}
					aria-expanded={!isFolded}
					icon={isFolded ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
					onClick={() => setChoice(!isFolded)}
				/>
				{isBusy ? null : (
					<IconButton
						label="Clear the list"
						icon={<X aria-hidden />}
						onClick={() => {
							for (const { id, state } of items) if (state !== "paused") uploader.dismiss(id);
						}}
					/>
				)}
			</header>
			{isFolded ? (
				isBusy ? (
					<ProgressBar label="All uploads" value={sent / total} className="rounded-none" />
				) : null
			) : (
				<ul className="max-h-80 divide-y divide-line overflow-y-auto border-line border-t">
					{items.map((item) => (
						<UploadRow key={item.id} item={item} uploader={uploader} />
					))}
				</ul>
			)}
		</section>
	);
}

/** With several files, one button for all of them. */
function AllButtons({ items, uploader }: { items: readonly UploadItem[]; uploader: Uploader }) {
	const count = (wanted: readonly string[]) =>
		items.filter(({ state }) => wanted.includes(state)).length;
	const open = count(["queued", "starting", "uploading", "offline"]);
	const paused = count(["paused"]);
	if (open + paused < 2) return null;
	return open > 0 ? (
		<IconButton
			label="Pause all uploads"
			icon={<Pause aria-hidden />}
			onClick={() => uploader.pauseAll()}
		/>
	) : (
		<IconButton
			label="Resume all uploads"
			icon={<Play aria-hidden />}
			onClick={() => uploader.resumeAll()}
		/>
	);
}

const tidyAfterMs = 8000;

/** When everything has arrived, the list is of no more use. */
function useTidyUp(items: readonly UploadItem[], uploader: Uploader) {
	const isAllDone = items.length > 0 && items.every(({ state }) => state === "done");
	useEffect(() => {
		if (!isAllDone) return;
		const timer = setTimeout(() => {
			for (const { id } of items) uploader.dismiss(id);
		}, tidyAfterMs);
		return () => clearTimeout(timer);
	}, [isAllDone, items, uploader]);
}

/** Says what changed for a file, not every percent of it. */
function useStateAnnouncements(items: readonly UploadItem[]) {
	const before = useRef(new Map<string, string>());
	useEffect(() => {
		for (const { id, state, fileName, trouble } of items) {
			if (before.current.get(id) === state) continue;
			before.current.set(id, state);
			if (state === "uploading") announce(`Uploading ${fileName}.`);
			if (state === "offline") announce(`${fileName} waits for the connection.`);
			if (state === "unfinished") announce(`${fileName} is not uploaded in full.`);
			if (state === "done") announce(`${fileName} is uploaded.`);
			if (trouble) announce(`${fileName}: ${trouble.what}`);
		}
	}, [items]);
}
