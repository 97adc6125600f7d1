import type { Organization, Viewer } from "@nuclom/services/schemas";
import type { ReactNode } from "react";
import { QueryProvider } from "../../lib/query.tsx";
import { ShortcutsProvider } from "../../lib/shortcuts.tsx";
import { LiveUpdates } from "../live/live-updates.tsx";
import { UploadProvider } from "../upload/upload-provider.tsx";
import { Rail } from "./rail.tsx";
import { SkipLink } from "./skip-link.tsx";
import { TopBar } from "./top-bar.tsx";

export interface AppShellProps {
	readonly viewer: Viewer;
	readonly organization: Organization;
	readonly children: ReactNode;
}

/** The building around the pages of an organization: a rail on the left, a bar on top of a narrow screen. */
export function AppShell({ viewer, organization, children }: AppShellProps) {
	return (
		<QueryProvider>
			<ShortcutsProvider>
				<UploadProvider organization={organization}>
					<SkipLink />
					<div className="flex min-h-dvh flex-col lg:flex-row">
						<TopBar viewer={viewer} organization={organization} />
						<Rail viewer={viewer} organization={organization} />
						<main
							id="content"
							tabIndex={-1}
							className="flex min-w-0 flex-1 flex-col outline-hidden"
						>
							{children}
						</main>
					</div>
				</UploadProvider>
			</ShortcutsProvider>
			<LiveUpdates />
		</QueryProvider>
	);
}
