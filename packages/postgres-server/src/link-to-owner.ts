import { onExit } from "signal-exit";

/**
 * Ends the server when this process exits or is ended by a signal that nobody handles, so that it does not stay
 * behind silently. Only SIGKILL gets past this; then the next start adopts the server. Returns the undo.
 */
export function linkToOwner(pid: number): () => void {
	return onExit(() => {
		try {
			// The server's fast shutdown: clients are ended, everything is written, then it exits.
			process.kill(pid, "SIGINT");
		} catch {
			// It has gone already.
		}
	});
}
