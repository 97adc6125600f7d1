"use client";

import type { Organization, Viewer } from "@nuclom/services/schemas";
import { clsx } from "clsx";
import { Keyboard, LogOut, SunMoon, UserRound } from "lucide-react";
import type { Route } from "next";
import { useShortcutHelp } from "../../lib/shortcuts.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Menu, type MenuEntry } from "../ui/menu.tsx";
import { signOut } from "./sign-out.ts";

interface PersonMenuProps {
	readonly viewer: Viewer;
	readonly organization: Organization;
	readonly isSlim: boolean;
}

/** Who you are, what is yours, and the way out. */
export function PersonMenu({ viewer, organization, isSlim }: PersonMenuProps) {
	const { user } = viewer;
	const showKeys = useShortcutHelp();
	const settings = `/${organization.slug}/settings`;
	const entries: MenuEntry[] = [
		{ kind: "heading", label: user.name, detail: user.email },
		{ kind: "separator" },
		{
			kind: "link",
			label: "Profile",
			href: `${settings}/profile` as Route,
			icon: <UserRound aria-hidden />,
		},
		{
			kind: "link",
			label: "Appearance",
			href: `${settings}/appearance` as Route,
			icon: <SunMoon aria-hidden />,
		},
		{
			kind: "action",
			label: "Keys on this page",
			icon: <Keyboard aria-hidden />,
			shortcut: "Shift+?",
			onSelect: showKeys,
		},
		{ kind: "separator" },
		{
			kind: "action",
			label: "Sign out",
			icon: <LogOut aria-hidden />,
			onSelect: () => void signOut(),
		},
	];
	return (
		<Menu label="You" entries={entries} side="top">
			{(trigger) => (
				<button
					{...trigger}
					type="button"
					aria-label={`${user.name}: your account`}
					className={clsx(
						"flex h-10 items-center gap-2.5 rounded-control text-left transition-colors hover:bg-hover aria-expanded:bg-hover coarse:h-11",
						isSlim ? "w-9 justify-center coarse:w-11" : "px-1.5",
					)}
				>
					<Avatar person={user} />
					{isSlim ? null : <span className="min-w-0 flex-1 truncate text-sm">{user.name}</span>}
				</button>
			)}
		</Menu>
	);
}
