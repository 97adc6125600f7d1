/** A value that the layout gives at run time; undefined where it gives none. */
function setting(name: string): string | undefined {
	const element = document.querySelector<HTMLMetaElement>(`meta[name="nuclom-${name}"]`);
	return element?.content || undefined;
}

/** Loads the SDK, and hands it what was thrown while it was on its way. */
async function reportErrors(dsn: string): Promise<void> {
	const early: unknown[] = [];
	const keep = (event: ErrorEvent | PromiseRejectionEvent) =>
		early.push("reason" in event ? event.reason : event.error);
	window.addEventListener("error", keep);
	window.addEventListener("unhandledrejection", keep);
	const { captureException, init } = await import("@sentry/nextjs");
	window.removeEventListener("error", keep);
	window.removeEventListener("unhandledrejection", keep);
	init({ dsn, environment: setting("environment") ?? "development" });
	for (const error of early) captureException(error);
}

const dsn = setting("sentry-dsn");
// Without a DSN nothing is loaded: the SDK is a chunk of its own.
if (dsn) void reportErrors(dsn);
