import { Button } from "../ui/button.tsx";
import { SystemPage } from "./system-page.tsx";

interface ErrorPageProps {
	readonly error: unknown;
	readonly onRetry: () => void;
}

/** The id that finds the server's log line; Next makes it, and nothing else of the error is shown. */
function digestOf(error: unknown): string | undefined {
	return error instanceof Error && "digest" in error ? String(error.digest) : undefined;
}

export function ErrorPage({ error, onRetry }: ErrorPageProps) {
	const digest = digestOf(error);
	return (
		<SystemPage
			code="500"
			title="Something went wrong here"
			action={
				<Button variant="primary" size="lg" onClick={onRetry}>
					Try again
				</Button>
			}
		>
			<p>What you had saved is safe. If it stays like this, tell us this number:</p>
			<p className="mono mt-2 select-all text-ink">{digest ?? "no number"}</p>
		</SystemPage>
	);
}
