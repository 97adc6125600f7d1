"use client";

import "./globals.css";

interface GlobalErrorProps {
	readonly error: unknown;
}

/**
 * When even the root layout failed: its own document, in the system's colors and fonts. It is sent with
 * every page and must work when nothing more can be fetched, so it stands on nothing of ours.
 */
export default function GlobalError({ error }: GlobalErrorProps) {
	const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
	return (
		<html lang="en">
			<body>
				<title>Something went wrong · Nuclom</title>
				<main className="flex min-h-dvh flex-col items-center justify-center gap-3 px-6 text-center">
					<h1 className="text-lg">Something went wrong here</h1>
					<p className="text-ink-muted">
						What you had saved is safe.{" "}
						{digest ? `If it stays like this, tell us: ${digest}` : null}
					</p>
					<button
						type="button"
						className="mt-3 h-10 rounded-control bg-accent px-4 font-medium text-on-accent"
						onClick={() => window.location.reload()}
					>
						Try again
					</button>
				</main>
			</body>
		</html>
	);
}
