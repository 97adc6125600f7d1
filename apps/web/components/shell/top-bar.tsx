"use client";

import type { Organization, Viewer } from "@nuclom/services/schemas";
import { Menu as MenuIcon } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { Dialog, preloadDialog } from "../ui/dialog.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { IntentLink } from "../ui/intent-link.tsx";
import { OrganizationBadge } from "./organization-badge.tsx";
import { RailContent } from "./rail-content.tsx";

interface TopBarProps {
	readonly viewer: Viewer;
	readonly organization: Organization;
}

/** The rail's stand-in on a narrow screen: one line, and a sheet with everything else. */
export function TopBar({ viewer, organization }: TopBarProps) {
	const [isOpen, setOpen] = useState(false);
	return (
		<header className="sticky top-0 z-20 flex h-12 shrink-0 items-center gap-2 border-line border-b bg-sunken px-2 lg:hidden">
			<IconButton
				label="Open navigation"
				icon={<MenuIcon aria-hidden />}
				aria-haspopup="dialog"
				aria-expanded={isOpen}
				onPointerEnter={preloadDialog}
				onFocus={preloadDialog}
				onClick={() => setOpen(true)}
			/>
			<IntentLink
				href={`/${organization.slug}` as Route}
				className="flex min-w-0 items-center gap-2 rounded-control px-1 py-0.5 font-semibold"
			>
				<OrganizationBadge organization={organization} />
				<span className="truncate">{organization.name}</span>
			</IntentLink>
			<Dialog isOpen={isOpen} onOpenChange={setOpen} title="Navigation" shape="sheet">
				<RailContent
					viewer={viewer}
					organization={organization}
					onNavigate={() => setOpen(false)}
				/>
			</Dialog>
		</header>
	);
}
