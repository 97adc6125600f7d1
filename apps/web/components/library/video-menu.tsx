"use client";

import type { VideoSummary } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Link2, Trash2 } from "lucide-react";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, type MenuEntry } from "../ui/menu.tsx";
import { toastError } from "../ui/toast.ts";

interface VideoMenuProps {
	readonly video: Pick<VideoSummary, "id" | "organizationId" | "title" | "canEdit">;
	readonly organizationSlug: string;
	/** After it went to the trash. */
	readonly onMoved?: (() => void) | undefined;
	readonly className?: string | undefined;
}

/** What can be done with a video as a whole, behind three dots. What does it is fetched when it is chosen. */
export function VideoMenu({ video, organizationSlug, onMoved, className }: VideoMenuProps) {
	const queries = useQueryClient();
	const copy = async () => {
		const { copyVideoLink } = await import("./copy-video-link.ts");
		await copyVideoLink(`/${organizationSlug}/videos/${video.id}`);
	};
	const remove = async () => {
		const { moveToTrash } = await import("../trash/move-to-trash.ts");
		if (await moveToTrash(queries, video)) onMoved?.();
	};
	const entries: MenuEntry[] = [
		{
			kind: "action",
			label: "Copy link",
			icon: <Link2 aria-hidden />,
			onSelect: () => void copy().catch(toastError),
		},
	];
	if (video.canEdit) {
		entries.push({
			kind: "action",
			label: "Move to the trash",
			icon: <Trash2 aria-hidden />,
			onSelect: () => void remove().catch(toastError),
		});
	}
	return (
		<Menu label="Video" align="end" entries={entries}>
			{(trigger) => (
				<IconButton
					{...trigger}
					label={`More about ${video.title}`}
					icon={<Ellipsis aria-hidden />}
					className={className}
				/>
			)}
		</Menu>
	);
}
