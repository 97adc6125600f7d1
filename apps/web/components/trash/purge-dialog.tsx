"use client";

import type { TrashedVideo } from "@nuclom/services/schemas";
import { useQueryClient } from "@tanstack/react-query";
import { api, orpc } from "../../lib/api.ts";
import { formatBytes } from "../../lib/format/bytes.ts";
import { AlertDialog } from "../ui/alert-dialog.tsx";
import { toast } from "../ui/toast.ts";
import { takeOut } from "./take-out.ts";

interface PurgeDialogProps {
	/** Kept while the dialog closes, so that its words stay. */
	readonly video: TrashedVideo;
	readonly isOpen: boolean;
	readonly onOpenChange: (isOpen: boolean) => void;
	readonly finalFocus: () => HTMLElement | null;
}

/** The last question: afterwards nothing brings it back. */
export function PurgeDialog({ video, isOpen, onOpenChange, finalFocus }: PurgeDialogProps) {
	const queries = useQueryClient();
	const { id: videoId, organizationId, title, sizeBytes } = video;
	const purge = async () => {
		await api.trash.purge({ organizationId, videoId });
		takeOut(queries, orpc.trash.list.key(), videoId);
		toast({ title: `“${title}” is deleted for ever.`, tone: "positive" });
	};
	return (
		<AlertDialog
			isOpen={isOpen}
			onOpenChange={onOpenChange}
			finalFocus={finalFocus}
			title={`Delete “${title}” for ever?`}
			description={
				<p className="text-pretty">
					With it go the original file and everything made from it ({formatBytes(sizeBytes)}), its
					transcript and summary, and every comment on it. Nothing brings them back.
				</p>
			}
			confirmLabel="Delete for ever"
			onConfirm={purge}
		/>
	);
}
