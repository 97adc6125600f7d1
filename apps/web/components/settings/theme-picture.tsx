import { clsx } from "clsx";
import type { Theme } from "../../lib/theme/theme.ts";

/** The page in small. Each half is drawn with its own theme's tokens. */
export function ThemePicture({ theme }: { readonly theme: Theme }) {
	return (
		<span
			aria-hidden
			className="flex aspect-8/5 overflow-hidden rounded-control border border-line"
		>
			{theme === "system" ? (
				<>
					<Half scheme="scheme-light" />
					<Half scheme="scheme-dark" />
				</>
			) : (
				<Half scheme={theme === "dark" ? "scheme-dark" : "scheme-light"} />
			)}
		</span>
	);
}

function Half({ scheme }: { readonly scheme: string }) {
	return (
		<span className={clsx("flex flex-1 gap-1.5 overflow-hidden bg-canvas p-1.5", scheme)}>
			<span className="w-1/4 rounded-sm bg-pressed" />
			<span className="flex flex-1 flex-col gap-1.5">
				<span className="flex-1 rounded-sm border border-line bg-surface" />
				<span className="h-1 w-3/5 rounded-full bg-accent-mark" />
			</span>
		</span>
	);
}
