"use client";

import type { Video } from "@nuclom/services/schemas";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, RotateCcw } from "lucide-react";
import { orpc } from "../../lib/api.ts";
import { Button } from "../ui/button.tsx";
import { toastError } from "../ui/toast.ts";
import { useVideoInput } from "../watch/watch-context.tsx";
import { useDownload } from "./use-download.ts";

/** Another try where one may help, and the file that was sent. */
export default function FailedActions({ canRetry }: Pick<Video, "canRetry">) {
	const input = useVideoInput();
	const queryClient = useQueryClient();
	const download = useDownload();
	const retry = useMutation(
		orpc.videos.retry.mutationOptions({
			onSuccess: (changed) =>
				queryClient.setQueryData(orpc.videos.get.queryKey({ input }), changed),
			onError: toastError,
		}),
	);
	return (
		<>
			{canRetry ? (
				<Button
					variant="primary"
					icon={<RotateCcw aria-hidden />}
					isBusy={retry.isPending}
					onClick={() => retry.mutate(input)}
				>
					Try again
				</Button>
			) : null}
			<Button
				icon={<Download aria-hidden />}
				isBusy={download.isPending}
				onClick={() => download.mutate(input)}
			>
				Download the original
			</Button>
		</>
	);
}
