import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge.tsx";

const looks = {
	neutral: ["border-line bg-surface text-ink-muted", Info],
	accent: ["border-transparent bg-accent-soft text-accent-ink", Info],
	positive: ["border-transparent bg-positive-soft text-positive-ink", CircleCheck],
	caution: ["border-transparent bg-caution-soft text-caution-ink", CircleAlert],
	danger: ["border-transparent bg-danger-soft text-danger-ink", CircleAlert],
} as const satisfies Record<Tone, unknown>;

export interface NoticeProps {
	readonly tone?: Tone | undefined;
	readonly children: ReactNode;
	readonly actions?: ReactNode;
	readonly className?: string | undefined;
}

/** A sentence that belongs to the page, with what can be done about it. Announced when it appears. */
export function Notice({ tone = "neutral", children, actions, className }: NoticeProps) {
	const [look, Icon] = looks[tone];
	return (
		<div
			role={tone === "danger" ? "alert" : "status"}
			className={clsx(
				"flex items-start gap-2 rounded-control border px-3 py-2 text-sm",
				look,
				className,
			)}
		>
			<Icon aria-hidden className="mt-0.5" />
			<div className="min-w-0 flex-1">{children}</div>
			{actions}
		</div>
	);
}
