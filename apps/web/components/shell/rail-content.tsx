"use client";

import type { Organization, Viewer } from "@nuclom/services/schemas";
import { clsx } from "clsx";
import { Clapperboard, Settings, Trash2 } from "lucide-react";
import type { Route } from "next";
import { OrganizationMenu } from "./organization-menu.tsx";
import { PersonMenu } from "./person-menu.tsx";
import { RailLink } from "./rail-link.tsx";

interface RailContentProps {
	readonly viewer: Viewer;
	readonly organization: Organization;
	readonly isSlim?: boolean | undefined;
	/** After a link was followed, for the sheet to close. */
	readonly onNavigate?: (() => void) | undefined;
}

/** Where one can go. Only what works is here. */
export function RailContent(props: RailContentProps) {
	const { viewer, organization, isSlim = false, onNavigate } = props;
	const home = `/${organization.slug}` as Route;
	return (
		<div className={clsx("flex h-full flex-col gap-4", isSlim ? "p-2" : "p-3")}>
			<OrganizationMenu
				organizations={viewer.organizations}
				current={organization}
				isSlim={isSlim}
			/>
			<nav aria-label="Main" className="flex flex-1 flex-col gap-0.5">
				<RailLink
					href={home}
					segments={[null, "videos"]}
					icon={<Clapperboard aria-hidden />}
					label="Library"
					isSlim={isSlim}
					onNavigate={onNavigate}
				/>
				<RailLink
					href={`${home}/trash` as Route}
					segments={["trash"]}
					icon={<Trash2 aria-hidden />}
					label="Trash"
					isSlim={isSlim}
					onNavigate={onNavigate}
				/>
				<RailLink
					href={`${home}/settings/profile` as Route}
					segments={["settings"]}
					icon={<Settings aria-hidden />}
					label="Settings"
					isSlim={isSlim}
					onNavigate={onNavigate}
				/>
			</nav>
			<PersonMenu viewer={viewer} organization={organization} isSlim={isSlim} />
		</div>
	);
}
