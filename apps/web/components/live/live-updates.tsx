"use client";

import { getEventMeta } from "@orpc/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { isApiError } from "../../lib/errors.ts";
import { Announcer } from "./announcer.tsx";
import { ConnectionHint } from "./connection-hint.tsx";
import { openChannel } from "./live-channel.ts";
import { startLiveHub } from "./live-hub.ts";
import { liveStatus } from "./live-status.ts";
import { pause } from "./pause.ts";
import { createRefresher } from "./refresher.ts";

/** Keeps what is on the page true while others work. Once per page, inside the QueryProvider. */
export function LiveUpdates() {
	const queryClient = useQueryClient();
	useEffect(
		() =>
			startLiveHub({
				locks: navigator.locks,
				channel: openChannel("nuclom-events"),
				open: (lastEventId, signal) =>
					api.events.stream(undefined, { signal, ...(lastEventId ? { lastEventId } : {}) }),
				idOf: (item) => getEventMeta(item)?.id,
				isFinal: (error) =>
					isApiError(error) && ["UNAUTHENTICATED", "FORBIDDEN"].includes(error.code),
				wait: pause,
				onItem: createRefresher({ queryClient, client: api }),
				onStatus: liveStatus.set,
			}),
		[queryClient],
	);
	return (
		<>
			<ConnectionHint />
			<Announcer />
		</>
	);
}
