import { Button } from "../ui/button.tsx";
import { SystemMessage } from "./system-page.tsx";

interface ErrorMessageProps {
	readonly error: unknown;
	readonly onRetry: () => void;
}

/** The id that finds the server's log line; Next makes it, and nothing else of the error is shown. */
function digestOf(error: unknown): string | undefined {
	return error instanceof Error && "digest" in error ? String(error.digest) : undefined;
}

export function ErrorMessage({ error, onRetry }: ErrorMessageProps) {
	const digest = digestOf(error);
	return (
		<SystemMessage
			code="500"
			title="Something went wrong here"
			action={
				<Button variant="primary" size="lg" onClick={onRetry}>
					Try again
				</Button>
			}
		>
			<p>
				What you had saved is safe. {digest ? "If it stays like this, tell us this number:" : null}
			</p>
			{digest ? <p className="mono mt-2 select-all text-ink">{digest}</p> : null}
		</SystemMessage>
	);
}
