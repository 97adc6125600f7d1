const built = "/_next/static/";

/** The address of a script or a style sheet of ours that an error event is about. */
function builtFileOf({ target }: Event): string | undefined {
	if (target instanceof HTMLScriptElement && target.src.includes(built)) return target.src;
	if (target instanceof HTMLLinkElement && target.href.includes(built)) return target.href;
	return undefined;
}

/** False also when nobody answers: then it is the connection that is away, not the file. */
async function isGone(url: string): Promise<boolean> {
	try {
		const { status } = await fetch(url, { method: "HEAD", cache: "no-store" });
		return status === 404;
	} catch {
		return false;
	}
}

/**
 * Calls `onGone` when a file of the version that is open is on the server no more, as after a deploy.
 * Hears of every script and style sheet, whoever asked for it.
 * @returns stops
 */
export function watchBuiltFiles(onGone: () => void): () => void {
	const onError = async (event: Event) => {
		const url = builtFileOf(event);
		if (url && (await isGone(url))) onGone();
	};
	// Such an event does not bubble, but it is seen on its way down.
	window.addEventListener("error", onError, true);
	return () => window.removeEventListener("error", onError, true);
}
