/**
 * True when a part of the app could not be fetched: after a deploy the files of the version that is
 * open are gone, and without a network nothing comes. Each bundler and browser has words of its own.
 */
export function isChunkFailure(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return (
		error.name === "ChunkLoadError" ||
		/Failed to load chunk|dynamically imported module|Importing a module script failed/.test(
			error.message,
		)
	);
}
