import type { Instrumentation } from "next";

/** A page that failed: logged with its request, and reported where SENTRY_DSN is set. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
	// Next builds this file for its edge runtime, too, where the platform cannot be: a constant of the build.
	// biome-ignore lint/style/noProcessEnv: replaced while building, never read at run time
	if (process.env.NEXT_RUNTIME === "nodejs") {
		const { getParts } = await import("@/server/parts/shared-parts.ts");
		const { logger, reporter } = (await getParts()).platform;
		const requestId = String(request.headers["x-request-id"] ?? "");
		const operation = context.routePath;
		// The error page shows this one where it cannot know the request's.
		const { digest } = error as { digest?: string };
		logger.error({ requestId, digest, operation, err: error }, "A page failed");
		reporter.captureException(error, { requestId, operation });
	}
};
