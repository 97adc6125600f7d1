"use client";

import type { Organization } from "@nuclom/services/schemas";
import { clsx } from "clsx";
import { ChevronsUpDown, Plus } from "lucide-react";
import type { Route } from "next";
import { Menu, type MenuEntry } from "../ui/menu.tsx";
import { OrganizationBadge } from "./organization-badge.tsx";

interface OrganizationMenuProps {
	readonly organizations: readonly Organization[];
	readonly current: Organization;
	readonly isSlim: boolean;
}

/** Which organization this is, and the way to the others. */
export function OrganizationMenu({ organizations, current, isSlim }: OrganizationMenuProps) {
	const entries: MenuEntry[] = [
		...organizations.map((organization) => ({
			kind: "link" as const,
			label: organization.name,
			href: `/${organization.slug}` as Route,
			icon: <OrganizationBadge organization={organization} size="sm" />,
			isCurrent: organization.id === current.id,
		})),
		{ kind: "separator" },
		{ kind: "link", label: "New organization", href: "/welcome", icon: <Plus aria-hidden /> },
	];
	return (
		<Menu label="Organizations" entries={entries}>
			{(trigger) => (
				<button
					{...trigger}
					type="button"
					aria-label={`${current.name}: change organization`}
					className={clsx(
						"flex h-10 items-center gap-2.5 rounded-control text-left transition-colors hover:bg-hover aria-expanded:bg-hover coarse:h-11",
						isSlim ? "w-9 justify-center coarse:w-11" : "px-1.5",
					)}
				>
					<OrganizationBadge organization={current} />
					{isSlim ? null : (
						<>
							<span className="min-w-0 flex-1 truncate font-semibold">{current.name}</span>
							<ChevronsUpDown aria-hidden className="text-ink-muted" />
						</>
					)}
				</button>
			)}
		</Menu>
	);
}
