"use client";

import type { Organization } from "@nuclom/services/schemas";
import { clsx } from "clsx";
import { MousePointerClick, Upload, UserPlus } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "../ui/button.tsx";
import { buttonClass } from "../ui/button-class.ts";
import { useUploadActions } from "../upload/upload-context.tsx";

interface EmptyLibraryProps {
	readonly organization: Organization;
	readonly mayInvite: boolean;
}

/** The first visit: the ways in, each of which works. */
export function EmptyLibrary({ organization, mayInvite }: EmptyLibraryProps) {
	const { choose } = useUploadActions();
	return (
		<div className="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-16 sm:px-6">
			<div className="text-center">
				<h2 className="text-xl">Nothing to watch yet</h2>
				<p className="mt-2 text-ink-muted">
					Put in a video: everyone in {organization.name} can watch it and comment on any moment of
					it.
				</p>
			</div>
			<ul className="grid gap-3 sm:grid-cols-3 sm:coarse:grid-cols-2">
				<Way
					icon={<Upload aria-hidden className="size-5" />}
					title="Upload"
					text="Any format and size that the server takes. It goes on while you look around."
				>
					<Button variant="primary" onClick={choose}>
						Choose files
					</Button>
				</Way>
				<Way
					isPlace
					icon={<MousePointerClick aria-hidden className="size-5" />}
					title="Drop"
					text="Drag files from a folder and let go anywhere in this window, on any page."
				/>
				<Way
					icon={<UserPlus aria-hidden className="size-5" />}
					title="Invite"
					text={
						mayInvite
							? "A link lets a colleague in, to watch and to answer."
							: "Owners and admins invite colleagues; you can see who is here."
					}
				>
					<Link
						href={`/${organization.slug}/settings/members` as Route}
						className={buttonClass({ variant: "secondary" })}
					>
						{mayInvite ? "Invite a colleague" : "See members"}
					</Link>
				</Way>
			</ul>
		</div>
	);
}

interface WayProps {
	readonly icon: ReactNode;
	readonly title: string;
	readonly text: string;
	/** Looks like a place to let go of something, where something can be dragged at all. */
	readonly isPlace?: boolean;
	readonly children?: ReactNode;
}

function Way({ icon, title, text, isPlace, children }: WayProps) {
	return (
		<li
			className={clsx(
				"flex flex-col gap-2 rounded-panel border p-4",
				isPlace ? "border-control-line border-dashed touch:hidden" : "border-line bg-surface",
			)}
		>
			<span className="text-ink-muted">{icon}</span>
			<h3 className="text-base">{title}</h3>
			<p className="flex-1 text-ink-muted text-sm">{text}</p>
			{children ? <div className="mt-2 flex">{children}</div> : null}
		</li>
	);
}
