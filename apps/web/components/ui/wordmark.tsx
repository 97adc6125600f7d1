import { clsx } from "clsx";

/** The mark: a playhead standing on a waveform. */
export function Mark({ className }: { readonly className?: string | undefined }) {
	return (
		<svg
			viewBox="0 0 24 24"
			className={clsx("size-6 shrink-0", className)}
			fill="none"
			strokeLinecap="round"
			strokeWidth="2.5"
			aria-hidden="true"
		>
			<path className="stroke-ink-muted" d="M4 10v4M8 7.5v9M16 7.5v9M20 10v4" />
			<path className="stroke-accent-mark" d="M12 3v18" />
		</svg>
	);
}

export function Wordmark({ className }: { readonly className?: string | undefined }) {
	return (
		<span className={clsx("inline-flex items-center gap-2 font-semibold text-md", className)}>
			<Mark />
			Nuclom
		</span>
	);
}
