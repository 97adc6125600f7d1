import { isChunkFailure } from "../../lib/chunk-failure.ts";
import { errorIdOf } from "../../lib/error-id.ts";
import { Button } from "../ui/button.tsx";
import { SystemMessage } from "./system-page.tsx";

interface ErrorMessageProps {
	readonly error: unknown;
	readonly onRetry: () => void;
}

/** What happened, and the id that finds it in the server's log; nothing else of the error is shown. */
export function ErrorMessage({ error, onRetry }: ErrorMessageProps) {
	if (isChunkFailure(error)) return <MissingPage />;
	const id = errorIdOf(error);
	return (
		<SystemMessage
			code={id ? "500" : undefined}
			title="Something went wrong here"
			action={
				<Button variant="primary" size="lg" onClick={onRetry}>
					Try again
				</Button>
			}
		>
			{/* The page's own title failed with it. */}
			<title>Something went wrong · Nuclom</title>
			<p>What you had saved is safe.</p>
			{id ? (
				<>
					<p className="mt-3">If it stays like this, tell us the {id.name}:</p>
					<p className="mono wrap-anywhere mt-1 select-all text-ink">{id.value}</p>
				</>
			) : null}
		</SystemMessage>
	);
}

function MissingPage() {
	return (
		<SystemMessage
			title="A part of Nuclom did not arrive"
			action={
				<Button variant="primary" size="lg" onClick={() => window.location.reload()}>
					Reload
				</Button>
			}
		>
			<p>
				The connection dropped, or Nuclom was updated while this page was open. What you had saved
				is safe.
			</p>
		</SystemMessage>
	);
}
