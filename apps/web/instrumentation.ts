import type { Instrumentation } from "next";

/** A page that failed: logged with its request, and reported where SENTRY_DSN is set. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
	const { getPlatform } = await import("@nuclom/platform");
	const { logger, reporter } = getPlatform();
	const requestId = String(request.headers["x-request-id"] ?? "");
	const operation = context.routePath;
	logger.error({ requestId, operation, err: error }, "A page failed");
	reporter.captureException(error, { requestId, operation });
};
