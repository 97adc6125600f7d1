"use client";

import { isChunkFailure } from "@/lib/chunk-failure.ts";
import { errorIdOf } from "@/lib/error-id.ts";
import "./globals.css";

interface GlobalErrorProps {
	readonly error: unknown;
}

/**
 * When even the root layout failed: its own document, in the system's colors and fonts. It is sent with
 * every page and must work when nothing more can be fetched, so it stands on next to nothing of ours.
 */
export default function GlobalError({ error }: GlobalErrorProps) {
	const isMissing = isChunkFailure(error);
	const id = errorIdOf(error);
	const title = isMissing ? "A part of Nuclom did not arrive" : "Something went wrong here";
	return (
		<html lang="en">
			<body>
				<title>{`${title} · Nuclom`}</title>
				<main className="flex min-h-dvh flex-col items-center justify-center gap-3 px-6 text-center">
					<h1 className="text-lg">{title}</h1>
					<p className="max-w-sm text-ink-muted">
						{isMissing ? "The connection dropped, or Nuclom was updated. " : null}
						What you had saved is safe.
					</p>
					{id ? (
						<p className="wrap-anywhere max-w-sm text-ink-muted">
							If it stays like this, tell us the {id.name}: <b>{id.value}</b>
						</p>
					) : null}
					<button
						type="button"
						className="mt-3 h-10 rounded-control bg-accent px-4 font-medium text-on-accent"
						onClick={() => window.location.reload()}
					>
						{isMissing ? "Reload" : "Try again"}
					</button>
				</main>
			</body>
		</html>
	);
}
