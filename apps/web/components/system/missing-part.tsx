import { Button } from "../ui/button.tsx";

/** In the place of a panel that did not arrive. */
export function MissingPart() {
	return (
		<div role="alert" className="flex flex-col items-start gap-3 p-4">
			<p className="text-ink-muted">
				This part of the page did not arrive. The connection dropped, or Nuclom was updated.
			</p>
			<Button onClick={() => window.location.reload()}>Reload</Button>
		</div>
	);
}
