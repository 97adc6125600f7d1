import { Mail } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "../ui/button-class.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Panel } from "../ui/panel.tsx";
import { RelativeTime } from "../ui/relative-time.tsx";
import { Wordmark } from "../ui/wordmark.tsx";

/** What the list shows of a mail; the outbox of @nuclom/mail keeps more. */
export interface OutboxEntry {
	readonly id: string;
	readonly to: { readonly address: string };
	readonly subject: string;
	readonly text: string;
	/** Where the mail's button leads. */
	readonly url: string;
	/** ISO 8601. */
	readonly sentAt: string;
}

/** What a development server would have sent. */
export function OutboxList({ mails }: { readonly mails: readonly OutboxEntry[] }) {
	return (
		<main className="mx-auto flex max-w-180 flex-col gap-6 px-5 py-8">
			<Link href="/" className="self-start rounded-control">
				<Wordmark />
			</Link>
			<header>
				<h1 className="text-lg">Outbox</h1>
				<p className="mt-1 text-ink-muted">
					A development server sends no mail. What it would have sent is here, newest first.
				</p>
			</header>
			{mails.length === 0 ? (
				<Panel>
					<EmptyState icon={<Mail aria-hidden />} title="No mail yet">
						Ask for a new password, and the link appears here.
					</EmptyState>
				</Panel>
			) : (
				<ul className="flex flex-col gap-3">
					{mails.map((mail) => (
						<li key={mail.id}>
							<OutboxMail mail={mail} />
						</li>
					))}
				</ul>
			)}
		</main>
	);
}

function OutboxMail({ mail }: { readonly mail: OutboxEntry }) {
	return (
		<Panel className="p-4">
			<div className="flex flex-wrap items-start justify-between gap-3">
				<div className="min-w-0">
					<h2 className="truncate text-base">{mail.subject}</h2>
					<p className="truncate text-ink-muted text-sm">
						To {mail.to.address} · <RelativeTime at={mail.sentAt} />
					</p>
				</div>
				<a href={mail.url} className={buttonClass({ size: "sm" })}>
					Open its link
				</a>
			</div>
			<details className="mt-3">
				<summary className="w-fit rounded-sm text-ink-muted text-sm hover:text-ink">
					Read it
				</summary>
				<pre className="mt-2 whitespace-pre-wrap break-words rounded-control bg-sunken p-3 font-sans text-sm">
					{mail.text}
				</pre>
			</details>
		</Panel>
	);
}
