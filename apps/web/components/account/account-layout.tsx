import type { ReactNode } from "react";
import { Wordmark } from "../ui/wordmark.tsx";
import { TimelinePicture } from "./timeline-picture.tsx";

/** Signed out: one card in the middle, and on a wide screen what it is all about beside it. */
export function AccountLayout({ children }: { readonly children: ReactNode }) {
	return (
		<div className="grid min-h-dvh lg:grid-cols-[minmax(26rem,2fr)_3fr]">
			<main className="flex flex-col items-center px-5 pt-8 pb-12">
				<Wordmark className="self-start lg:self-center lg:w-88" />
				<div className="my-auto w-full max-w-88 py-10">{children}</div>
			</main>
			<aside
				aria-hidden
				className="stage hidden items-center justify-center border-line border-l bg-sunken p-12 text-ink lg:flex"
			>
				<TimelinePicture />
			</aside>
		</div>
	);
}

interface AccountCardProps {
	readonly title: string;
	readonly children: ReactNode;
	readonly lead?: ReactNode;
	/** The way to the other forms, below. */
	readonly footer?: ReactNode;
}

export function AccountCard({ title, lead, children, footer }: AccountCardProps) {
	return (
		<>
			<h1 className="text-lg">{title}</h1>
			{lead ? <p className="mt-1.5 text-ink-muted">{lead}</p> : null}
			<div className="mt-6 flex flex-col gap-4">{children}</div>
			{footer ? <p className="mt-6 text-ink-muted text-sm">{footer}</p> : null}
		</>
	);
}

export const inlineLinkClass =
	"rounded-sm font-medium text-accent-ink underline decoration-accent-mark underline-offset-4 hover:decoration-2 hover:decoration-current";
