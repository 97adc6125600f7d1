"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { authClient } from "../../lib/auth.ts";
import { describeUserAgent } from "../../lib/user-agent.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { toast } from "../ui/toast.ts";
import { Setting } from "./setting.tsx";

interface Device {
	readonly token: string;
	readonly userAgent: string | null | undefined;
	readonly usedAt: number;
	readonly isThis: boolean;
}

const key = ["sessions"];

async function loadDevices(): Promise<Device[]> {
	const auth = authClient();
	const [current, all] = await Promise.all([auth.getSession(), auth.listSessions()]);
	if (all.error) throw new Error(all.error.message);
	return all.data
		.map(({ token, userAgent, updatedAt }) => ({
			token,
			userAgent,
			usedAt: new Date(updatedAt).getTime(),
			isThis: token === current.data?.session.token,
		}))
		.sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.usedAt - a.usedAt);
}

/** Where you are signed in. */
export function SessionsSetting() {
	const { data, isError } = useQuery({ queryKey: key, queryFn: loadDevices });
	return (
		<Setting title="Devices" description="Where you are signed in.">
			{isError ? (
				<Notice tone="caution">The list could not be loaded. Reload the page.</Notice>
			) : null}
			{data || isError ? null : <Skeleton className="h-12" />}
			{data ? (
				<ul className="-my-2 flex flex-col divide-y divide-line">
					{data.map((device) => (
						<DeviceRow key={device.token} device={device} />
					))}
				</ul>
			) : null}
		</Setting>
	);
}

function DeviceRow({ device }: { readonly device: Device }) {
	const queries = useQueryClient();
	const revoke = async () => {
		const { error } = await authClient().revokeSession({ token: device.token });
		if (error) toast({ title: "That device is still signed in. Try again.", tone: "danger" });
		else toast({ title: "Device signed out.", tone: "positive" });
		await queries.invalidateQueries({ queryKey: key });
	};
	return (
		<li className="flex min-h-12 items-center gap-3 py-2">
			<div className="min-w-0 flex-1">
				<p className="truncate text-sm">{describeUserAgent(device.userAgent)}</p>
				<p className="text-ink-muted text-xs">
					Signed in <RelativeTime at={device.usedAt} />
				</p>
			</div>
			{device.isThis ? (
				<Badge>This device</Badge>
			) : (
				<Button size="sm" onClick={revoke}>
					Sign out
				</Button>
			)}
		</li>
	);
}
